import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SEALED_KINDS } from '../../src/history/rules/sight.ts'
import { TELLINGS } from '../../src/history/sentences/tellings.ts'
import { livedYear } from '../stories/chosen-year.ts'
import { everyEntryIsTold } from '../world/told.ts'

/** Every event type that a rule declares, wherever it stands: unions, and parts of them in other files. */
function declaredTypes(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/rules\/.+\.ts$/.test(name))
    .map((name) => [name, readFileSync(`src/${name}`, 'utf8')] as const)
  return new Set(
    files
      .filter(([name]) => !SEALED_FILES.some((sealed) => name.endsWith(sealed)))
      .flatMap(([, text]) => [...text.matchAll(/readonly type: '([a-z-]+\.[a-z-]+)'/g)])
      .map(([, type = '']) => type),
  )
}

/** Sheets, a convenor's draft, petitions: their journals are shown to nobody. */
const SEALED_FILES = ['rules/sheet.ts', 'rules/propose.ts', 'rules/petition.ts']
const ENTRIES = ['unit', 'team', 'priority', 'work-item']

describe('rulebook 7: every accepted act can be read', () => {
  const told = new Set(Object.values(TELLINGS).flatMap(({ types }) => types))

  it('there is a sentence for every event type that any rule declares', () => {
    const declared = declaredTypes()
    expect(declared.size).toBeGreaterThan(120)
    expect([...declared].filter((type) => !told.has(type))).toEqual([])
  })

  it('the four kinds of entry, whose types are made from their names, are told too', () => {
    for (const kind of ENTRIES) expect(told).toContain(`${kind}.recorded`)
    for (const kind of ENTRIES) expect(told).toContain(`${kind}.ended`)
  })

  it('every kind of subject that the source declares has a history or is sealed', () => {
    const kinds = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
      .filter((text) => text.includes('subjectOf') || text.includes('sentSubject'))
      .flatMap((text) => [...text.matchAll(/^ {2}kind: '([a-z-]+)',$/gm)])
      .map(([, kind = '']) => kind)
    expect(kinds.length).toBeGreaterThan(25)
    const sealed: readonly string[] = SEALED_KINDS
    expect(kinds.filter((kind) => !(kind in TELLINGS) && !sealed.includes(kind))).toEqual([])
  })

  it('a whole year reads in plain Chinese: no code, no id of the program, nothing undefined', async () => {
    const { db } = await livedYear({})
    expect(await everyEntryIsTold(db)).toBeGreaterThan(25)
  })
})
