import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForm } from '../../src/conversation/reading/form.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { POLICY_SUBJECTS, VALUE_NAMES, valuesIn } from '../../src/policy/rules/catalogue.ts'
import type { ChosenValues, PolicyValues, ValueName } from '../../src/policy/rules/policy.ts'
import { REGULATION_DEFAULTS, valuesOf } from '../../src/policy/rules/policy.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import { valueNamed } from '../../src/policy/values/all.ts'
import { valuesForm, valuesFormParams } from '../../src/policy/values/form.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { chooses, confirmedCampus, foldAndState, policyCardOf, viewer } from './campus.ts'
import { isAssessed, isDecided, isDeliberated, isRatified, OTHER_VALUES } from './milestones.ts'

const NOTHING_REACHED = { assessed: false, deliberated: false, scored: false, ratified: false }
const subjectOf = (name: ValueName) => POLICY_SUBJECTS.find((one) => valuesIn(one).includes(name)) ?? 'pay'
const IN_FORMS = VALUE_NAMES.filter((name) => name !== 'gateAreas')

async function changed(db: SqliteDatabase, name: ValueName): Promise<string> {
  return chooses(db, 'OF1', subjectOf(name), { [name]: OTHER_VALUES[name] } as ChosenValues)
}

describe('every value of the policy', () => {
  it.each(IN_FORMS)(
    'rulebook, preface: %s is changed by the office, and confirmed by the chair again',
    async (name) => {
      const db = await confirmedCampus()
      const wish = { [name]: OTHER_VALUES[name] } as ChosenValues
      expect(await chooses(db, 'CH', subjectOf(name), wish)).toBe('refused: office-only')
      expect(await chooses(db, 'OF1', subjectOf(name), wish)).toBe('values-chosen')
      const { policy, notice, edition } = await getCurrentYear(db)
      expect(valuesOf(policy)).toEqual({ ...valuesOf(REGULATION_DEFAULTS), ...wish })
      expect([notice, edition]).toEqual([null, 2])
      expect(await chooses(db, 'OF1', subjectOf(name), wish)).toBe('refused: unchanged-values')
      const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
      expect(fold).toEqual(state)
    },
  )

  it.each(POLICY_SUBJECTS.filter((one) => one !== 'gates'))(
    'the form of %s, sent as it opens, changes nothing',
    async (subject) => {
      const db = await confirmedCampus()
      const params = valuesFormParams(await getCurrentYear(db), subject, NOTHING_REACHED)
      const spec = await valuesForm.spec(db, params, viewer('OF1'))
      if (!('fields' in spec)) throw new Error('no form')
      const typed = Object.fromEntries(spec.fields.map(({ name, initial = '' }) => [name, initial]))
      const read = readForm(spec.fields, typed as never, '2026-12-01', (values) =>
        valuesForm.check(values, params),
      )
      if (!('values' in read)) throw new Error(JSON.stringify(read))
      const { values } = valuesForm.payload(read.values, params) as unknown as { values: ChosenValues }
      expect(values).toEqual(
        Object.fromEntries(valuesIn(subject).map((name) => [name, valuesOf(REGULATION_DEFAULTS)[name]])),
      )
    },
  )

  it('is kept in the journal as what changed, and nothing else', async () => {
    const db = await confirmedCampus()
    const { missingType, cap } = REGULATION_DEFAULTS
    await chooses(db, 'OF1', 'scoring', { missingType, cap, rounding: 0 })
    const last = (await listJournal(db, 'year:2026')).at(-1)
    expect(JSON.parse(last?.body ?? '')).toEqual({ type: 'values.chosen', values: { rounding: 0 } })
  })

  it('is said with what it changes, from when it holds and what it touches; the form is the office’s only', async () => {
    const db = await confirmedCampus()
    for (const subject of POLICY_SUBJECTS) {
      const office = await policyCardOf(db, 'OF1', 'policy-subject', { subject })
      const other = await policyCardOf(db, 'C-JX01', 'policy-subject', { subject })
      for (const name of valuesIn(subject)) {
        const { label, holds, touches, changes = '' } = valueNamed(name)
        for (const words of [label, holds, touches, changes]) expect(other).toContain(words)
        expect([...label].length).toBeLessThanOrEqual(8)
      }
      expect(office).toContain(subject === 'gates' ? '增加一项' : '修改')
      for (const button of ['增加一项', '"修改"']) expect(other).not.toContain(button)
    }
  })
})

describe('what was decided under a value', () => {
  const REACHED: readonly (readonly [string, (db: SqliteDatabase) => void, readonly ValueName[], string])[] =
    [
      ['the first sheet', isAssessed, ['levels'], 'refused: assessed-year'],
      ['the first deliberation', isDeliberated, ['agreement'], 'refused: begun-deliberations'],
      [
        'the first score',
        isDecided,
        ['ratios', 'missingType', 'coefficientFormula', 'cap', 'rounding', 'appealDays'],
        'refused: scored-year',
      ],
      [
        'the ratified results',
        isRatified,
        IN_FORMS.filter((name) => name !== 'levels' && name !== 'agreement'),
        'refused: frozen-year',
      ],
    ]

  it.each(REACHED)('Article 21: %s holds its values', async (_, reach, names, refusal) => {
    const db = await confirmedCampus()
    reach(db)
    for (const name of names) expect([name, await changed(db, name)]).toEqual([name, refusal])
    expect((await getCurrentYear(db)).policy).toEqual(REGULATION_DEFAULTS)
  })

  it('Article 21: a form of before refuses what stands now, and the card says why and since when', async () => {
    const db = await confirmedCampus()
    const params = valuesFormParams(await getCurrentYear(db), 'scoring', NOTHING_REACHED)
    isDecided(db)
    db.exec(`INSERT INTO journal (subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash)
      VALUES ('assessment:2026:XZ01', 1, 'assessment.decided', '2026-11-20T02:00:00.000Z', 'AG1', 'AG1', 'c', '{}', '', 'h')`)
    expect(await valuesForm.spec(db, params, viewer('OF1'))).toMatchObject({
      refusal: { code: 'assessed-year' },
      show: { name: 'policy-subject', params: { subject: 'scoring' } },
    })
    const card = await policyCardOf(db, 'OF1', 'policy-subject', { subject: 'scoring' })
    expect(card).toContain('不能再改：已有单位的得分确定（自11月20日 10:00起）')
    expect(card).not.toContain('"修改"')
    expect(await policyCardOf(db, 'OF1', 'policy-subject', { subject: 'grading' })).toContain('修改')
  })

  it('the database holds it too: an edition that comes too late is refused', async () => {
    const db = await confirmedCampus()
    const edition = (number: number, kind: string) => () =>
      db.exec(
        `INSERT INTO policy_edition (year, edition, assessed, deliberated, scored) VALUES (2026, ${number}, ${kind})`,
      )
    isDecided(db)
    for (const kind of ['1, 0, 0', '0, 1, 0', '0, 0, 1'])
      expect(edition(2, kind)).toThrow('the assessment has come further')
    edition(2, '0, 0, 0')()
    expect(edition(2, '0, 0, 0')).toThrow('a later edition')
    for (const wrong of ['UPDATE policy_edition SET scored = 1', 'DELETE FROM policy_edition'])
      expect(() => db.exec(wrong)).toThrow('an edition of the policy is never')
    isRatified(db)
    expect(edition(3, '0, 0, 0')).toThrow('the results are ratified')
  })
})

const ANY_STEP = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    name: fc.constantFrom(...IN_FORMS),
    other: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('assessed', 'deliberated', 'scored' as const) }),
)

it('rulebook, preface: after any changes state and tables are the journal’s, editions rise, and what stands stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ANY_STEP, { maxLength: 12 }), async (steps) => {
      const db = await confirmedCampus()
      const defaults = valuesOf(REGULATION_DEFAULTS)
      let last = 1
      let held: Partial<PolicyValues> = {}
      for (const step of steps) {
        if (step.kind === 'change') {
          const value = step.other ? OTHER_VALUES[step.name] : defaults[step.name]
          await chooses(db, 'OF1', subjectOf(step.name), { [step.name]: value } as ChosenValues)
        } else {
          const reach = { assessed: isAssessed, deliberated: isDeliberated, scored: isDecided }[step.kind]
          reach(db)
          const present = valuesOf((await getCurrentYear(db)).policy)
          held = { ...heldBy(step.kind, present), ...held }
        }
        const { edition = 1, policy } = await getCurrentYear(db)
        expect(edition).toBeGreaterThanOrEqual(last)
        last = edition
        expect(valuesOf(policy)).toMatchObject(held)
      }
      const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
      expect(fold).toEqual(state)
      const rows = db.raw('SELECT edition FROM policy_edition ORDER BY edition') as { edition: number }[]
      expect(rows.map((row) => row.edition)).toEqual(Array.from({ length: last - 1 }, (_, i) => i + 2))
    }),
    { numRuns: 25 },
  )
})

/** What stands from a milestone on, as it is then; a later milestone holds what an earlier does. */
function heldBy(
  milestone: 'assessed' | 'deliberated' | 'scored',
  present: PolicyValues,
): Partial<PolicyValues> {
  const { levels, agreement, ratios, missingType, coefficientFormula, cap, rounding, appealDays } = present
  if (milestone === 'assessed') return { levels }
  if (milestone === 'deliberated') return { levels, agreement }
  return { levels, agreement, ratios, missingType, coefficientFormula, cap, rounding, appealDays }
}
