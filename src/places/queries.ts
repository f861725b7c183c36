import type { Knex } from 'knex'
import type { CalendarsRow, HolidaysRow, ProceduresRow, UnitCalendarsRow } from '../../db/tables.ts'
import { invalid, notFound } from '../kit/errors.ts'
import { fold } from '../kit/text.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Calendar } from './calendar.ts'
import { outOfProvince } from './options.ts'

const unitColumns = [
  'id',
  'kind',
  'number',
  'name',
  'level',
  'desk',
  'district_code',
  'agency_code',
  'agency_code_is_ours',
  'is_register',
  'lead_post_office',
  'address',
  'phone',
  'closed_on',
] as const

/** A post office or police unit, closed or not: what it did stays its own. Throws notFound. */
export async function unitById(db: Knex, id: string) {
  const unit = await db('units')
    .where({ id })
    .first(...unitColumns)
  if (!unit) throw notFound('Không có đơn vị này.')
  return unit
}

/** The same, open on a day: where something new begins or is sent to. Throws notFound. */
export async function openUnit(db: Knex, id: string, day: IsoDate): Promise<Unit> {
  const unit = await db('units')
    .where({ id })
    .where(isOpenOn(day))
    .first(...unitColumns)
  if (!unit) throw notFound('Không có đơn vị này, hoặc đơn vị đã đóng cửa.')
  return unit
}

/** `closed_on` is the first day on which a unit works no more. */
export const isOpenOn = (day: IsoDate) => (open: Knex.QueryBuilder) =>
  open.whereNull('closed_on').orWhere('closed_on', '>', day)

export type Unit = Awaited<ReturnType<typeof unitById>>

/** The units of a kind that are open on a day, by number. */
export const openUnits = (db: Knex, kind: Unit['kind'], day: IsoDate) =>
  db('units').where({ kind }).where(isOpenOn(day)).orderBy('number').select('id', 'name', 'number', 'level')

/** The communes in force with their districts, for the address field. */
export const communes = (db: Knex): Knex.QueryBuilder<Commune, Commune[]> =>
  db('admin_units as commune')
    .leftJoin('admin_units as district', join =>
      join.on('district.code', 'commune.parent_code').onNull('district.valid_to'),
    )
    .where('commune.level', 'commune')
    .whereNull('commune.valid_to')
    .orderBy('district.code')
    .orderBy('commune.code')
    .select(
      'commune.id',
      'commune.code',
      'commune.name',
      'district.name as district_name',
      'district.code as district_code',
    )
export type Commune = { id: number; code: string; name: string; district_name: string; district_code: string }

/**
 * Where somebody lives: a commune of the province in force now; null beyond the province. Throws invalid below `pointer`: for
 * an unknown commune, or a line that names a place of the province.
 */
export async function homeOf(db: Knex, { line, unit_code }: Written, pointer: string): Promise<Commune | null> {
  if (unit_code !== outOfProvince) return communeByCode(db, unit_code, `${pointer}/unit_code`)
  const words = ` ${fold(line).replace(/[^a-z0-9]+/g, ' ')} `
  const own = await db('admin_units').whereIn('level', ['province', 'district']).whereNull('valid_to').pluck('name')
  if (own.map(bareName).some(name => words.includes(` ${name} `)))
    throw invalid([{ pointer: `${pointer}/line`, detail: 'Địa chỉ này trong tỉnh Đắk Nông. Xin chọn xã, phường.' }])
  return null
}

type Written = { line: string; unit_code: string }
const bareName = (name: string) => fold(name.replace(/^(Tỉnh|Huyện|Thành phố|Thị xã) /, '')).replace(/[^a-z0-9]+/g, ' ')

async function communeByCode(db: Knex, code: string, pointer: string): Promise<Commune> {
  const commune = await communes(db).where('commune.code', code).first()
  if (!commune)
    throw invalid([{ pointer, detail: 'Mã này không thuộc tỉnh Đắk Nông. Xin chọn xã, phường, hoặc “Ngoài tỉnh”.' }])
  return commune
}

const townly = ['phuong', 'thi_tran']

/** Whether somebody lives in town, in the country, or beyond the province. */
export async function zoneOf(db: Knex, commune: number | null): Promise<'town' | 'rural' | typeof outOfProvince> {
  const place = commune === null ? undefined : await db('admin_units').where({ id: commune }).first('kind')
  if (!place) return outOfProvince
  return townly.includes(place.kind) ? 'town' : 'rural'
}

/** The basis of a delivery area that the post has confirmed; every other says how we inferred it. */
export const confirmed = 'confirmed'

/** Whether an office serves a commune by its confirmed delivery area, not by our inference. */
export const isConfirmedArea = async (db: Knex, area: { commune_code: string; post_office: string }) =>
  (await db('delivery_areas')
    .where({ ...area, basis: confirmed })
    .first('commune_code')) !== undefined

/** The post office that serves a commune: from the table of delivery areas, else the provincial one, which also sends beyond the province. */
export async function deliveryOffice(db: Knex, home: Pick<Commune, 'code'> | null): Promise<string> {
  const area = home && (await db('delivery_areas').where({ commune_code: home.code }).first('post_office'))
  if (area) return area.post_office
  const central = await db('units').where({ kind: 'post_office', level: 'province' }).first('id')
  if (!central) throw notFound('Chưa có bưu điện tỉnh.')
  return central.id
}

/** The police unit that a procedure of this level is filed with, for an address: its named desk, the district's or the commune's. Throws notFound, and invalid at `/desk` where the address lies beyond the province. */
export async function deskFor(
  db: Knex,
  { level, desk: named }: Pick<ProceduresRow, 'level' | 'desk'>,
  home: Commune | null,
  day: IsoDate,
): Promise<string> {
  if (level !== 'province' && !home)
    throw invalid([{ pointer: '/desk', detail: 'Chủ hồ sơ ở ngoài tỉnh: xin chọn đơn vị công an tiếp nhận.' }])
  const place =
    level === 'province'
      ? { desk: named }
      : { admin_unit_code: level === 'district' ? home?.district_code : home?.code }
  const desk = await db('units').where({ kind: 'police_unit', level }).where(place).where(isOpenOn(day)).first('id')
  if (!desk) throw notFound('Không tìm thấy đơn vị công an tiếp nhận thủ tục này.')
  return desk.id
}

export type CalendarId = CalendarsRow['id']

/** A calendar as a unit keeps it, with hours of its own or by the default; of no unit, the default. */
export type Calendars = (id: CalendarId, unit: string | null) => Calendar

type Kept = {
  holidays: Pick<HolidaysRow, 'day' | 'kind'>[]
  defaults: Pick<CalendarsRow, 'id' | 'hours' | 'keeps_holidays'>[]
  own: Pick<UnitCalendarsRow, 'unit_id' | 'calendar' | 'hours'>[]
}

/** One statement, because scans wait for it. */
const kept = `select
  (select coalesce(json_agg(json_build_object('day', day, 'kind', kind)), '[]') from holidays) as holidays,
  (select json_agg(json_build_object('id', id, 'hours', hours, 'keeps_holidays', keeps_holidays)) from calendars) as defaults,
  (select coalesce(json_agg(json_build_object('unit_id', unit_id, 'calendar', calendar, 'hours', hours)), '[]')
   from unit_calendars) as own`

/** All calendars with their holidays, as each unit keeps them. */
export async function readCalendars(db: Knex): Promise<Calendars> {
  const { rows } = await db.raw<{ rows: [Kept] }>(kept).options({ name: 'calendars' })
  const [{ holidays, defaults, own }] = rows
  const days = (kind: 'off' | 'working') => new Set(holidays.filter(day => day.kind === kind).map(({ day }) => day))
  const announced = { off: days('off'), working: days('working') }
  const ignored = { off: new Set<IsoDate>(), working: new Set<IsoDate>() }
  return (id, unit) => {
    const usual = defaults.find(calendar => calendar.id === id)
    if (!usual) throw new Error(`there is no calendar ${id}: the reference data is not loaded`)
    const hours = own.find(one => one.unit_id === unit && one.calendar === id)?.hours ?? usual.hours
    return { week: hours as Calendar['week'], ...(usual.keeps_holidays ? announced : ignored) }
  }
}

/** When a unit serves whoever comes: the police by the hours of their agency, offices by those of their counter. */
export const openingHours = (calendars: Calendars, { id, kind }: Pick<Unit, 'id' | 'kind'>): Calendar =>
  calendars(kind === 'police_unit' ? 'agency' : 'counter', id)
