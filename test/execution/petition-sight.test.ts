/** Article 32: who sees what of petitions, in every view of every chapter, by every kind of person and delegate. */
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../cards/kit.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { petition } from '../../src/execution/petition/chapter.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { memoryBlobs } from '../organization/world.ts'
import { codeOf, everyRow, type PetitionWorld, petitionWorld } from './petition-world.ts'

/** Words that stand nowhere else, by what they are of: `chair` is about the chair and hidden, `member` about LM1. */
const WORDS = {
  chair: '海棠甲',
  unit: '海棠乙',
  added: '海棠丙',
  answered: '海棠丁',
  passed: '海棠戊',
  reported: '海棠己',
  member: '海棠庚',
} as const
type Secret = keyof typeof WORDS

/** Everybody in the own name, and delegates: hand and principal. */
const EYES: readonly (readonly [hand: string, principal: string])[] = [
  ...itself('CH', 'LM1', 'LM2', 'OF1', 'LD1', 'LD2', 'WG1', 'WG2', 'AG1', 'GA-integrity'),
  ...itself('H-XZ01', 'C-XZ01', 'H-JX01', 'C-JX01', 'T1', 'T2', 'T3'),
  ['OF1', 'CH'],
  ['CH', 'LM2'],
  ['LM2', 'LM1'],
  ['T3', 'H-XZ01'],
  ['WG1', 'OF1'],
  ['LM1', 'T1'],
]

function itself(...people: readonly string[]): [string, string][] {
  return people.map((one) => [one, one])
}

const nameOf = ([hand, principal]: readonly [string, string]): string =>
  hand === principal ? hand : `${hand} for ${principal}`

/** The two whom the first does not concern, also one in the other's name. */
const LEADERS = ['LM1', 'LM2', 'LM2 for LM1']
const SEES: { readonly [secret in Secret]: readonly string[] } = {
  chair: [...LEADERS, 'T1'],
  unit: [...LEADERS, 'T1'],
  added: [...LEADERS, 'T1'],
  answered: [...LEADERS, 'T1'],
  passed: ['H-XZ01', ...LEADERS, 'T3 for H-XZ01'],
  reported: ['H-XZ01', ...LEADERS, 'T3 for H-XZ01'],
  member: ['CH', 'LM2', 'T2', 'CH for LM2'],
}

const HIDDEN_WRITER = '王芳'

let w: PetitionWorld
let one: { readonly number: string; readonly handle: string }
let other: { readonly number: string; readonly handle: string }

beforeAll(async () => {
  w = await petitionWorld()
  await w.delegates('CH', 'OF1')
  await w.delegates('LM2', 'CH')
  await w.delegates('LM1', 'LM2')
  await w.delegates('H-XZ01', 'T3')
  await w.delegates('OF1', 'WG1')
  one = await w.write('T1', { text: WORDS.chair, unit: WORDS.unit, concerned: 'CH', hidden: true })
  other = await w.write('T2', { text: WORDS.member, concerned: 'LM1' })
  const step = { petition: one.number }
  await w.do('T1', 'petition.add', { handle: one.handle, text: WORDS.added })
  await w.do('LM1', 'petition.pass', { ...step, to: '教务处', text: WORDS.passed, seen: 2 })
  await w.do('LM2', 'petition.consent', { ...step, proposal: 3, agree: true })
  await w.do('H-XZ01', 'petition.report', { ...step, place: 4, text: WORDS.reported })
  const last = await w.do('LM1', 'petition.reply', {
    ...{ ...step, step: 'petition.answered', text: WORDS.answered, seen: 5 },
  })
  expect(codeOf(last)).toBe('petition-answered')
})

/** All that petitions are known by, and what other chapters' views take, in one: each view reads what it knows. */
function paramsOf({ number, handle }: { readonly number: string; readonly handle: string }): JsonObject[] {
  const known = {
    petition: number,
    handle,
    text: '',
    year: 2026,
    unit: 'JX01',
    goal: 'JX01',
    page: 0,
    number: 1,
  }
  const forms = petition.forms.map(({ name }) => {
    const params = { petition: number, handle, place: 4, seen: 6, step: 'petition.answered' }
    return { form: name, params, view: name, with: params }
  })
  const views = petition.views.map(({ name }) => {
    const params = { petition: number, handle, place: 4 }
    return { view: name, with: params, text: '', form: '', params }
  })
  const places = [1, 4].map((place) => ({ ...known, place, page: place - 1 }))
  return [{}, known, ...places, ...forms, ...views]
}

/** Every word of it; what is in a workbook or a document unpacked. */
function allWords(message: Message): string {
  if (message.kind !== 'file') return JSON.stringify(message)
  const bytes = Buffer.from(message.bytes)
  const parts = [message.name, bytes.toString('utf8')]
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    if (bytes.readUInt16LE(at + 8) !== 8) continue
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    parts.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }).toString('utf8'))
  }
  return parts.join('\n')
}

const OWN_VIEWS = ['todo', 'help', 'drafts', 'form', 'noted', 'nearest', 'parked-messages']

function everyView(): string[] {
  const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
  return [...chapters.flatMap((chapter) => chapter.views.map(({ name }) => name)), ...OWN_VIEWS]
}

/** Wrapping views look like the form of what they wrap; only petitions and what wraps them are asked about every place. */
const isAbout = (view: string): boolean =>
  OWN_VIEWS.includes(view) || petition.views.some(({ name }) => name === view)

describe('nobody between', { timeout: 120_000 }, () => {
  it('every view of every chapter shows each word to those alone who may see it', async () => {
    const seen = new Map(Object.keys(WORDS).map((secret) => [secret, new Set<string>()]))
    const named: string[] = []
    let shown = 0
    for (const view of everyView()) {
      const all = [...paramsOf(one), ...paramsOf(other)]
      for (const params of isAbout(view) ? all : all.slice(0, 2)) {
        for (const eyes of EYES) {
          const [hand, principal] = eyes
          const words = await w.see(hand, view, params, principal).then(allWords, String)
          shown += 1
          for (const [secret, word] of Object.entries(WORDS))
            if (words.includes(word)) seen.get(secret)?.add(nameOf(eyes))
          if (words.includes(one.number) && words.includes(HIDDEN_WRITER))
            named.push(`${nameOf(eyes)}: ${view}`)
        }
      }
    }
    expect(shown).toBeGreaterThan(5000)
    const sees = Object.fromEntries([...seen].map(([secret, who]) => [secret, [...who].toSorted()]))
    expect(sees).toEqual(
      Object.fromEntries(Object.entries(SEES).map(([secret, who]) => [secret, [...who].toSorted()])),
    )
    // `noted` holds another view.
    expect(new Set(named)).toEqual(new Set(['OF1: petition-register', 'OF1: noted']))
  })

  it('to whom it concerns, and to outsiders, it is as if there were none', async () => {
    for (const who of ['CH', 'T3', 'OF1', 'LD1']) {
      const [real, none] = await Promise.all([
        w.read(who, 'petition', { petition: one.number }),
        w.read(who, 'petition', { petition: '2026-999' }),
      ])
      expect(real, who).toBe(none)
    }
    const list = await w.read('CH', 'petitions')
    expect(list).not.toContain(one.number)
    expect(list).toContain('共 1 件')
    expect(await w.read('OF1', 'todo', {}, 'CH')).not.toContain('来信')
    expect(await w.read('OF1', 'petitions', {}, 'CH')).not.toContain(other.number)
  })

  it('an office member whom it concerns has no line of it in the register; one who reads petitions learns no hidden name there', async () => {
    const { number } = await w.write('T1', { hidden: true, concerned: 'OF1' })
    const register = await w.read('OF1', 'petition-register')
    expect(register).toContain(one.number)
    expect(register).not.toContain(number)
    w.db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('LM2', 'office', '', '2026-01-01')",
    )
    const both = await w.read('LM2', 'petition-register')
    expect(both).toContain(one.number)
    expect(both).not.toContain(HIDDEN_WRITER)
    expect(both).toContain('刘洋')
    w.db.exec("DELETE FROM role_held WHERE person = 'LM2' AND role = 'office'")
  })

  it('every command on it is refused to all others with the same words as for what does not exist', async () => {
    const may = new Set(LEADERS)
    for (const [hand, principal] of EYES.filter((eyes) => !may.has(nameOf(eyes)))) {
      const act = (type: string, payload: JsonObject) =>
        w.do(hand, type, payload, hand === principal ? {} : { inNameOf: principal })
      const p = { petition: one.number }
      const outcomes = await Promise.all([
        act('petition.reply', { ...p, step: 'petition.asked', text: '好', seen: 6 }),
        act('petition.entrust', { ...p, to: 'LM2' }),
        act('petition.pass', { ...p, to: 'T3', text: '好', seen: 6 }),
        act('petition.consent', { ...p, proposal: 3, agree: true }),
        act('petition.close', { ...p, seen: 6 }),
      ])
      expect(outcomes.map(codeOf), nameOf([hand, principal])).toEqual(Array(5).fill('foreign-petition'))
      if (hand !== 'T1')
        expect(codeOf(await act('petition.add', { handle: one.handle, text: '好' }))).toBe('foreign-petition')
    }
  })

  it('no command of any chapter carries a word of it away', async () => {
    const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
    const [, payload = {}] = paramsOf(one)
    for (const { type } of chapters
      .filter(({ name }) => name !== 'petition')
      .flatMap(({ commands }) => commands))
      for (const who of ['OF1', 'CH', 'WG1', 'H-XZ01']) await w.do(who, type, payload).catch(() => undefined)
    const spilled = everyRow(w.db).filter(
      ({ table, row }) =>
        table !== 'petition_paper' && Object.values(WORDS).some((word) => row.includes(word)),
    )
    expect(spilled).toEqual([])
  })
})
