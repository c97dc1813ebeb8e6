// A site of Danish and English articles with related lists and theme pages.
//
//   cd examples/eleventy && npx eleventy
import { relatedPlugin } from './related-plugin.js'

const words = {
  da: { readAlso: 'Læs også', themes: 'Emner', about: 'Artikler om' },
  en: { readAlso: 'Read also', themes: 'Themes', about: 'Articles on' },
}

/** @param {import('@11ty/eleventy').UserConfig} eleventyConfig */
export default function (eleventyConfig) {
  // Drafts are shown while writing (`--serve`) and never published.
  eleventyConfig.addPreprocessor('drafts', 'md', ({ draft }) =>
    draft && process.env.ELEVENTY_RUN_MODE === 'build' ? false : undefined,
  )
  eleventyConfig.addGlobalData('words', words)
  eleventyConfig.addPlugin(relatedPlugin)
}

export const config = { dir: { input: 'site' } }
