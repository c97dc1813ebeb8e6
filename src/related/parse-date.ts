/**
 * Milliseconds since 1970 of an ISO 8601 date, NaN where it is none. A time without a zone is read as UTC, so that the
 * answer is the same on every machine (`Date.parse` would read it in the machine's own zone).
 */
export function parseDate(text: string | undefined): number {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      text?.trim() ?? '',
    )
  if (!match) return Number.NaN
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = match
  const time = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute, +second, +fraction.padEnd(3, '0'))
  if (!zone || zone.toUpperCase() === 'Z') return time
  const minutes = +zone.slice(1, 3) * 60 + +zone.slice(-2)
  return time - (zone.startsWith('-') ? -minutes : minutes) * 60000
}
