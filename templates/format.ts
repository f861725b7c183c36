import type { Language } from '../src/kit/language.ts'
import { dong } from '../src/kit/money.ts'
import {
  clockTime,
  type IsoDate,
  localDate,
  localMinutes,
  localMoment,
  longDate,
  longTime,
  weekday,
} from '../src/kit/time.ts'

type Formats = {
  /** A day with its weekday and year. */
  date: (date: IsoDate) => string
  /** A moment: time and day. */
  moment: (at: Date) => string
  /** A promise: `10 giờ, thứ Tư 25/11`. The year goes without saying, it is days away. */
  promise: (at: Date) => string
  money: (amount: number) => string
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')

const englishDay = (date: IsoDate) =>
  `${days[weekday(date)]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`
const two = (n: number) => String(n).padStart(2, '0')
const englishTime = (at: Date) => `${Math.floor(localMinutes(at) / 60)}:${two(localMinutes(at) % 60)}`

const withoutYear = (day: string) => day.replace(/\/\d{4}$/, '')
const wholeHour = (time: string) => time.replace(/ 00$/, '').replace(/^0/, '')

/** How dates, times and money are written in each language. Times are those of Đắk Nông. */
export const formats: Record<Language, Formats> = {
  vi: {
    date: date => longDate(localMoment(date)),
    moment: longTime,
    promise: at => `${wholeHour(clockTime(at))}, ${withoutYear(longDate(at))}`,
    money: dong,
  },
  en: {
    date: date => `${englishDay(date)} ${date.slice(0, 4)}`,
    moment: at => `${englishDay(localDate(at))} ${localDate(at).slice(0, 4)}, ${englishTime(at)}`,
    promise: at => `${englishTime(at)}, ${englishDay(localDate(at))}`,
    money: amount => `${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')} VND`,
  },
}
