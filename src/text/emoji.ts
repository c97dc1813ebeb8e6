import { Emoji, kindAt, widthAt } from './characters.js'

/** Past the emoji at `start` with its variation selectors, skin tones, joined parts, flag halves and tags. */
export function emojiEnd(text: string, start: number, end: number): number {
  let place = start + widthAt(text, start)
  if (isFlagHalf(text, start)) return Math.min(end, isFlagHalf(text, place) ? place + 2 : place)
  while (place < end) {
    const point = text.codePointAt(place) as number
    const isTone = point >= 0x1f3fb && point <= 0x1f3ff
    const isTag = point >= 0xe0020 && point <= 0xe007f
    if (point === 0xfe0f || point === 0xfe0e || point === 0x20e3) place++
    else if (isTone || isTag) place += 2
    else if (point === 0x200d && place + 1 < end && kindAt(text, place + 1) === Emoji)
      place += 1 + widthAt(text, place + 1)
    else break
  }
  return Math.min(end, place)
}

function isFlagHalf(text: string, place: number): boolean {
  const point = text.codePointAt(place) ?? 0
  return point >= 0x1f1e6 && point <= 0x1f1ff
}
