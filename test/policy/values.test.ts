import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { policy } from '../../src/policy/chapter.ts'
import { chooseValuesCommand, gradingForm, scoringForm } from '../../src/policy/choose-values.ts'
import { confirmPolicyCommand, openYearCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { chooseValues, markOfValues } from '../../src/policy/rules/values.ts'
import { evolveYear, markOfPolicy, UNOPENED, type YearEvent } from '../../src/policy/rules/year.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, campus, codeOf, foldAndState, viewer } from './campus.ts'

const FIRST = { year: 2026, seen: markOfValues(REGULATION_DEFAULTS) }
const scoring = scoringForm.payload(
  { missingType: 'zero', coefficientFormula: 'normalised', rounding: '1' },
  FIRST,
)
const CHOSEN = { missingType: 'zero', coefficientFormula: 'normalised', cap: null, rounding: 1 }
const grading = gradingForm.payload({ bands: 'integer', quotaRounding: 'ceil', freedPlace: 'empty' }, FIRST)

async function confirmedCampus(): Promise<SqliteDatabase> {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  const seen = markOfPolicy(await getCurrentYear(db))
  await act(db, confirmPolicyCommand, 'CH', { year: 2026, seen, notice: '校发〔2026〕1号' })
  return db
}

const chooses = async (db: SqliteDatabase, by: string, payload: JsonObject): Promise<string> =>
  codeOf(await act(db, chooseValuesCommand, by, payload))

const isDecided = (db: SqliteDatabase): void =>
  db.exec(
    `INSERT INTO score (year, unit, assessment, status, final, answer)
     VALUES (2026, 'XZ01', 'assessment:2026:XZ01', 'decided', NULL, 'unanswered')`,
  )

const isRatified = (db: SqliteDatabase): void =>
  db.exec(
    "INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX01', '药学院', 'standard', 9000, 'qualified', 1, 0)",
  )

async function policyCardFor(db: SqliteDatabase, person: string): Promise<string> {
  const view = policy.views.find((one) => one.name === 'policy')
  const message = await view?.render(db, {}, viewer(person))
  if (message?.kind !== 'card') throw new Error('no card')
  const rendered = renderCard(message.card)
  expect(validateCard(rendered)).toEqual([])
  return JSON.stringify(rendered)
}

describe('what the regulation leaves open', () => {
  it('rulebook, preface: is the office’s to choose, and asks for the chair’s confirmation again', async () => {
    const db = await confirmedCampus()
    expect(await chooses(db, 'CH', scoring)).toBe('refused: office-only')
    expect(await chooses(db, 'OF1', scoring)).toBe('values-chosen')
    expect(await getCurrentYear(db)).toMatchObject({ notice: null, policy: CHOSEN })
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('is kept in the journal as what changed, and nothing else', async () => {
    const db = await confirmedCampus()
    const one = { missingType: 'redistribute', coefficientFormula: 'weighted', cap: 100_00, rounding: '0' }
    await chooses(db, 'OF1', scoringForm.payload(one, FIRST))
    const last = (await listJournal(db, 'year:2026')).at(-1)
    expect(JSON.parse(last?.body ?? '')).toEqual({ type: 'values.chosen', values: { rounding: 0 } })
  })

  it('is not changed twice by two taps, at once or one after the other', async () => {
    const db = await confirmedCampus()
    const codes = await Promise.all([chooses(db, 'OF1', scoring), chooses(db, 'OF1', scoring)])
    expect(codes.sort()).toEqual(['refused: unchanged-values', 'values-chosen'])
    expect(await chooses(db, 'OF1', scoring)).toBe('refused: unchanged-values')
  })

  it('is not undone by a form that another has overtaken: the present card takes its place', async () => {
    const db = await confirmedCampus()
    await chooses(db, 'OF1', scoring)
    expect(await act(db, chooseValuesCommand, 'OF1', grading)).toMatchObject({
      ok: false,
      refusal: { code: 'stale-values' },
      show: { name: 'policy' },
    })
    const seen = markOfValues((await getCurrentYear(db)).policy)
    expect(await chooses(db, 'OF1', { ...grading, seen })).toBe('values-chosen')
    expect((await getCurrentYear(db)).policy).toMatchObject({ ...CHOSEN, bands: 'integer' })
  })

  it('Article 21: changes no score once one is decided, be its coefficients still missing; grades it may', async () => {
    const db = await confirmedCampus()
    expect(await policyCardFor(db, 'OF1')).toContain('保存计分办法')
    isDecided(db)
    expect(await chooses(db, 'OF1', scoring)).toBe('refused: scored-year')
    expect(await policyCardFor(db, 'OF1')).not.toContain('保存计分办法')
    expect(await chooses(db, 'OF1', grading)).toBe('values-chosen')
  })

  it('stands once the results are ratified', async () => {
    const db = await confirmedCampus()
    isRatified(db)
    for (const payload of [scoring, grading])
      expect(await chooses(db, 'OF1', payload)).toBe('refused: frozen-year')
    const card = await policyCardFor(db, 'OF1')
    for (const button of ['保存计分办法', '保存等次和名额']) expect(card).not.toContain(button)
  })

  it('is said on the policy’s card with what it changes, and offered to the office only', async () => {
    const db = await confirmedCampus()
    await chooses(db, 'OF1', scoring)
    for (const person of ['OF1', 'CH', 'C-JX01']) {
      const card = await policyCardFor(db, person)
      for (const words of ['该类按0分计', '不设上限', '保留1位小数', '89.96分保留1位小数为90分'])
        expect(card).toContain(words)
      expect(card.includes('保存计分办法')).toBe(person === 'OF1')
    }
  })

  it('keeps its forms on the card of a university with a hundred departments', async () => {
    const db = await confirmedCampus()
    for (let i = 1; i <= 100; i++)
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active)
         VALUES ('Z${i}', '党委教师工作部人才工作办公室${i}', 'administrative', 'LD2', 1)`,
      )
    const card = await policyCardFor(db, 'OF1')
    for (const words of ['保存计分办法', '保存等次和名额', '保存比例']) expect(card).toContain(words)
  })

  it.each([
    { missingType: 'half' },
    { coefficientFormula: '' },
    { cap: 89_99 },
    { cap: 999_01 },
    { cap: 100.5 },
    { rounding: 3 },
    { rounding: -1 },
  ])('takes no value that the policy does not know: %j', async (wrong) => {
    const db = await confirmedCampus()
    const values = { ...CHOSEN, ...wrong }
    await expect(chooses(db, 'OF1', { ...FIRST, values })).rejects.toThrow('values')
    expect((await getCurrentYear(db)).notice).toBe('校发〔2026〕1号')
  })

  it('rulebook, preface: of whatever is sent only what differs is chosen, and no confirmation outlives it', () => {
    const signed = { by: 'CH', name: '领导小组 组长', at: '2026-01-05T02:00:00.000Z' as const }
    const year: readonly YearEvent[] = [
      { type: 'year.opened', year: 2026, policy: REGULATION_DEFAULTS },
      { type: 'policy.confirmed', notice: '校发1号', signed },
    ]
    const confirmed = year.reduce(evolveYear, UNOPENED)
    fc.assert(
      fc.property(ANY_VALUES, fc.boolean(), (values, scored) => {
        const decision = chooseValues(confirmed, { values, seen: FIRST.seen }, OFFICE, {
          scored,
          ratified: false,
        })
        const events = 'events' in decision ? decision.events : []
        const wished = { ...REGULATION_DEFAULTS, ...values }
        const changes = JSON.stringify(wished) !== JSON.stringify(REGULATION_DEFAULTS)
        const rescores = values.cap !== 100_00 || values.missingType !== 'redistribute'
        const done = changes && !(scored && rescores)
        expect(events.reduce(evolveYear, confirmed)).toMatchObject({
          policy: done ? wished : REGULATION_DEFAULTS,
          notice: done ? null : '校发1号',
        })
      }),
    )
  })
})

const OFFICE: Actor = {
  id: 'OF1',
  name: '办公室 工作人员',
  title: '',
  unit: null,
  roles: [{ role: 'office', scope: '' }],
  leads: [],
}

const ANY_VALUES = fc.record({
  missingType: fc.constantFrom('redistribute' as const, 'full' as const, 'zero' as const),
  cap: fc.constantFrom(null, 100_00, 105_00),
  bands: fc.constantFrom('exact' as const, 'integer' as const),
  quotaRounding: fc.constantFrom('floor' as const, 'half-up' as const, 'ceil' as const),
  freedPlace: fc.constantFrom('next' as const, 'empty' as const),
})
