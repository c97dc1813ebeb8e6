// What all articles share.
export default {
  layout: 'article.njk',
  tags: 'articles',
  lang: 'da',
  permalink: '/{{ page.fileSlug }}/',
}
