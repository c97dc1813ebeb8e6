import { indexEntries } from './build-related-index.js'
import { liveEntries } from './lay-out-rows.js'
import { openIndex, type RelatedIndex } from './related-index.js'

/** The same articles weighed with the archive as it stands now, without their texts: the same as a new build. */
export function reweighIndex(index: RelatedIndex): RelatedIndex {
  return indexEntries(liveEntries(openIndex(index, 'reweighIndex')))
}
