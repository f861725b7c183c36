import Router from '@koa/router'
import type { Api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { openApi } from './openapi.ts'

/** The document of every call there is, made when it is first asked for. It says nothing about anybody. */
export function openApiRoute(apis: readonly Api[], { publicUrl }: House) {
  const endpoints = apis.flatMap(api => api.endpoints)
  let document: object | null = null
  return new Router().get('/api/v1/openapi.json', ctx => {
    ctx.body = document ??= openApi(endpoints, publicUrl)
  })
}
