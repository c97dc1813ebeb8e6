/** Months as news sites of Northern and Western Europe write them, by their first letters, folded to a number. */
const months: ReadonlyMap<string, number> = new Map(
  Object.entries({
    jan: 1,
    feb: 2,
    mar: 3,
    mär: 3,
    apr: 4,
    maj: 5,
    may: 5,
    mai: 5,
    mei: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    okt: 10,
    oct: 10,
    nov: 11,
    dec: 12,
    des: 12,
    dez: 12,
  }),
)

const dayFirst = /(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})/u
const monthFirst = /(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u
const iso = /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?/

/**
 * The first date in a text as ISO 8601 (`2015-06-03`, with time and zone where the text has ISO form), or undefined
 * where it is none or ambiguous: `03/06/2015` is two dates.
 */
export function readDate(text: string): string | undefined {
  const sample = text.slice(0, 200)
  if (!/\d{4}/.test(sample)) return undefined
  const exact = iso.exec(sample)
  if (exact) return isoDate(exact)
  const first = dayFirst.exec(sample)
  if (first) return date(first[3], first[2], first[1])
  const second = monthFirst.exec(sample)
  if (second) return date(second[3], second[1], second[2])
  return undefined
}

/** Whether a short line is a date and little else: "3. jun. 2015", "Publiceret 23. maj 2020, opdateret 18:09". */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false
  if (readDate(text)) return words(text) <= 12
  return /^\D{0,24}\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/u.test(text) && words(text) <= 10
}

/** Whether a line is a time of day: "10.00", "kl. 7:26", "11.17". */
export function isTimeLine(text: string): boolean {
  return /^(?:\p{L}{2,3}\.?\s)?\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?$/iu.test(text)
}

function words(text: string): number {
  return text.split(/\s+/).length
}

function isoDate([, year = '', month = '', day = '', hour, minute, second, zone]: RegExpExecArray): string | undefined {
  if (!isDay(Number(month), Number(day))) return undefined
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`
  return `${year}-${month}-${day}T${hour}:${minute}${second ? `:${second}` : ''}${zone ?? ''}`
}

function date(year: string | undefined, name: string | undefined, day: string | undefined): string | undefined {
  const month = months.get((name ?? '').toLowerCase().slice(0, 3))
  if (!month || !isDay(month, Number(day)) || !year) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
