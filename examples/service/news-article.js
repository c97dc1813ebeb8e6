// schema.org: an article's analysis as a search engine reads it.

const types = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  work: 'CreativeWork',
  event: 'Event',
  topic: 'Thing',
}

const mainThemes = 3
const mostKeywords = 10

/** A `NewsArticle`: `about` has the main themes, `mentions` the other names, `keywords` the strongest of all. */
export function describeArticle(article, { title, language, themes, statistics }) {
  const headline = article.title ?? title
  const nameThing = ({ kind, label }) => ({ '@type': types[kind], name: label })
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(article.url && { '@id': article.url, url: article.url }),
    ...(headline && { headline }),
    ...(article.lead && { description: article.lead }),
    inLanguage: language.language,
    ...(article.publishedAt && { datePublished: article.publishedAt }),
    ...(article.updatedAt && { dateModified: article.updatedAt }),
    ...(article.author && { author: { '@type': 'Person', name: article.author } }),
    wordCount: statistics.words,
    about: themes.slice(0, mainThemes).map(nameThing),
    mentions: themes
      .slice(mainThemes)
      .filter(({ kind }) => kind !== 'topic')
      .map(nameThing),
    keywords: themes.slice(0, mostKeywords).map(({ label }) => label),
  }
}
