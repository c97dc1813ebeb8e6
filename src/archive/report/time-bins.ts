/** A day, month or year of an archive. */
export interface TimeBin {
  /** `2026-03-01`, `2026-03` or `2026`. */
  readonly name: string
}

/** Bins are days while there are at most this many of them, else months, else years. By hand. */
const most = { days: 45, months: 72 }

/** The days, months or years from the first date to the last, with none left out, and which of them a date is in. */
export function binDates(dates: readonly string[]): {
  readonly bins: readonly TimeBin[]
  readonly binOf: (date: string) => number | undefined
} {
  const days = dates.flatMap((date) => dayOf(date) ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { bins: [], binOf: () => undefined }
  const months =
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7))
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000
  const length = span < most.days ? 10 : months < most.months ? 7 : 4
  const names: string[] = []
  for (let name = first.slice(0, length); name <= last.slice(0, length); name = after(name)) names.push(name)
  const places = new Map(names.map((name, place) => [name, place]))
  return { bins: names.map((name) => ({ name })), binOf: (date) => places.get((dayOf(date) ?? '').slice(0, length)) }
}

/** The calendar day of a date, as it is written; archives of the distant future or past are mistakes. */
function dayOf(date: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  return day !== undefined && day >= '1700' && day < '2200' && !Number.isNaN(Date.parse(day)) ? day : undefined
}

function after(name: string): string {
  if (name.length === 4) return String(Number(name) + 1).padStart(4, '0')
  if (name.length === 10) return new Date(Date.parse(name) + 86_400_000).toISOString().slice(0, 10)
  const [year, month] = [Number(name.slice(0, 4)), Number(name.slice(5))]
  return month === 12 ? `${year + 1}-01` : `${name.slice(0, 5)}${String(month + 1).padStart(2, '0')}`
}
