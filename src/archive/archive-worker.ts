import { work } from './work.js'

/** What a thread of the pool runs. */
export default work
