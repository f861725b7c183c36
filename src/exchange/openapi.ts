import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Endpoint } from '../people/endpoint.ts'

/** The OpenAPI 3.1 document of the endpoints: the schemas that validate are the schemas that document. */
export function openApi(endpoints: readonly Endpoint[], publicUrl: string) {
  extendZodWithOpenApi(z)
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Bưu Trạm',
      version: '1.0.0',
      description: 'Hồ sơ đi, kết quả về trong 48 giờ.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
  })
}

type PathConfig = Parameters<OpenAPIRegistry['registerPath']>[0]

function pathOf(endpoint: Endpoint): PathConfig {
  const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
  return {
    method: endpoint.method,
    path: `/api/v1${path}`,
    operationId: `${endpoint.method}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    summary: endpoint.summary,
    security: endpoint.who === 'anyone' ? [] : [{ bearer: [] }],
    request: requestOf(endpoint),
    responses: responsesOf(endpoint),
  }
}

function requestOf({ path, query, body, creates }: Endpoint): NonNullable<PathConfig['request']> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => String(name))
  const headers = creates
    ? [z.object({ 'Idempotency-Key': z.string().openapi({ description: 'A UUID in double quotes.' }) })]
    : []
  return {
    ...(names.length ? { params: z.object(Object.fromEntries(names.map(name => [name, z.string()]))) } : {}),
    ...(query ? { query } : {}),
    ...(headers[0] ? { headers: headers[0] } : {}),
    ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
  }
}

function responsesOf({ reply, status, creates, who }: Endpoint): PathConfig['responses'] {
  const content =
    typeof reply === 'string'
      ? { [reply]: { schema: z.string().openapi({ format: 'binary' }) } }
      : { 'application/json': { schema: reply } }
  const schema = problem()
  const refusals = {
    '404': 'Not found, or not yours to know of',
    '422': 'Something to correct',
    ...(who === 'anyone' ? { '429': 'Too often in a short time' } : { '401': 'Not signed in', '403': 'Not allowed' }),
  }
  return {
    [status ?? (creates ? 201 : 200)]: { description: 'Done', content },
    ...Object.fromEntries(
      Object.entries(refusals).map(([code, description]) => [
        code,
        { description, content: { 'application/problem+json': { schema } } },
      ]),
    ),
  }
}

const problem = () =>
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    })
    .openapi('Problem', { description: 'RFC 9457 problem details.' })
