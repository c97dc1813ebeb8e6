/** What the scorers of themes call, bound to Danish and English. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { ArticleInput } from '../../../src/model/article.js'
import type { Theme } from '../../../src/model/theme.js'
import { extractThemes as extract, type ThemeOptions } from '../../../src/themes/extract-themes.js'

export function extractThemes(input: ArticleInput, options: ThemeOptions): Theme[] {
  return extract([da, en], input, options)
}
