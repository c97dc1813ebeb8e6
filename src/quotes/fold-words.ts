/**
 * The words of a text as an aligner compares them: compatibility forms, lower case, apostrophes and soft hyphens
 * dropped (`don’t` = `dont`), everything else that is neither letter nor digit a boundary. O(length).
 */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘`´'\u00ad\u200b-\u200d\ufeff]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}
