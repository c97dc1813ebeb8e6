import { expect, test } from 'vitest'
import { NumberTable } from '../../src/related/number-table.js'

test('a table counts right while it grows', () => {
  const table = new NumberTable()
  for (let round = 0; round < 3; round++) for (let key = 1; key <= 5000; key++) table.add(key * 65537, 1)
  expect(new Set(table.entries().values)).toEqual(new Set([3]))
})
