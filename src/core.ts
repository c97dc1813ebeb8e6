/** Every function of klartekst with `languages` as first parameter. Holds no language data. */

export { parseArticle } from './document/parse-article.js'
export { detectLanguage } from './language/detect-language.js'
