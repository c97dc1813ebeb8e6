import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArticleAnalysis } from '../../src/schema.js'
import { callCommand as call } from './call-command.js'

const folder = mkdtempSync(join(tmpdir(), 'klartekst-command-'))
const file = (name: string): string => join(folder, name)
const body = `Havnen i Nordby skal bygges om

Kommunen vil bygge havnen om, så færgerne kan lægge til i al slags vejr. Arbejdet begynder til foråret og varer to år.

Borgmesteren siger, at havnen er byens vigtigste arbejdsplads, og at ingen havn kan leve af minder. Fiskerne er mere
skeptiske, for de mister deres faste pladser ved kajen, mens der bygges.`

beforeAll(() => {
  writeFileSync(file('havn.txt'), body)
  writeFileSync(
    file('havn.json'),
    JSON.stringify([
      { id: 'a', body },
      { id: 'b', body: 'The harbour will be rebuilt.' },
    ]),
  )
  writeFileSync(file('gammel.txt'), Buffer.from('Byrådet i Årslev sagde nej til færgen.', 'latin1'))
  writeFileSync(file('broken.json'), '{ "body": ')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('klartekst', () => {
  it('writes one line of JSON for each article when nobody looks', async () => {
    const { code, out } = await call(['analyze', file('havn.json')])
    expect(code).toBe(0)
    const analyses = out
      .trim()
      .split('\n')
      .map((line) => ArticleAnalysis.parse(JSON.parse(line)))
    expect(analyses.map(({ id, language }) => [id, language.language])).toEqual([
      ['a', 'da'],
      ['b', 'en'],
    ])
  })

  it('sets a page on a terminal, with the title, the themes and the text', async () => {
    const { out } = await call(['analyze', file('havn.txt')], { isTTY: true, env: { NO_COLOR: '1' } })
    expect(out).toContain('Havnen i Nordby skal bygges om')
    expect(out).toMatch(/Themes\n.*havn/is)
    expect(out).toContain('Arbejdet begynder til foråret')
    expect(out).not.toContain('\u001b')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  })

  it('marks the themes in the text where colours are to be had', async () => {
    const { out } = await call(['analyze', '--page', file('havn.txt')], { env: { FORCE_COLOR: '1' } })
    expect(out).toContain('\u001b[4m')
  })

  it('does not let an article steer the terminal', async () => {
    const { out } = await call(['analyze', '--page', '-'], { input: `Rød \u001b[2Jtekst\u0007 om havnen.\n\n${body}` })
    expect(out).not.toContain('\u001b[2J')
    expect(out).not.toContain('\u0007')
  })

  it('reads standard input', async () => {
    const { out } = await call(['detect'], { input: 'Det regner på færgen, og ingen har en paraply med.' })
    expect(JSON.parse(out)).toMatchObject({ language: 'da' })
  })

  it('reads old files that are Windows-1252', async () => {
    const { out } = await call(['detect', '--page', file('gammel.txt')])
    expect(out).toMatch(/^da /)
  })

  it.each([
    [['analyse', 'x.txt'], 1, /unknown command "analyse"/],
    [[], 1, /no command given/],
    [['analyze', '--colour'], 1, /--colour/],
    [['analyze', '--format', 'word', 'x.txt'], 1, /--format is one of/],
    [['analyze', 'nowhere.txt'], 4, /nowhere\.txt/],
  ] as const)('says what is wrong with %j', async (args, exit, message) => {
    const { code, err, out } = await call(args)
    expect([code, out]).toEqual([exit, ''])
    expect(err).toMatch(message)
  })

  it('says which file is not JSON', async () => {
    const { code, err } = await call(['analyze', file('broken.json')])
    expect(code).toBe(1)
    expect(err).toMatch(/broken\.json is not JSON/)
  })

  it('explains itself', async () => {
    expect((await call(['--help'])).out).toContain('klartekst analyze')
    expect((await call(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
