/** The stemmers of `snowball-stemmers`, as a user would call them. */
import { createRequire } from 'node:module'

const snowball = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string }
}
const stemmers = { da: snowball.newStemmer('danish'), en: snowball.newStemmer('english') }

export function lemmatize(word: string, { language }: { language: 'da' | 'en' }): string {
  return stemmers[language].stem(word.toLowerCase())
}
