import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import { policy } from '../../src/policy/chapter.ts'
import { adoptCoefficientsCommand, setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { coefficientsForm } from '../../src/policy/coefficients/forms.ts'
import { coefficientUnits } from '../../src/policy/coefficients/list.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import type { CoefficientsByUnit } from '../../src/policy/rules/coefficients.ts'
import { markOf } from '../../src/policy/rules/mark.ts'
import { adoptable } from '../../src/policy/rules/set-coefficients.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import { yearSubject } from '../../src/policy/subject.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import {
  act,
  codeOf,
  confirmedCampus,
  confirms,
  foldAndState,
  metaOf,
  policyCardOf,
  viewer,
} from './campus.ts'
import { isRatified } from './milestones.ts'

const LAST_YEAR: CoefficientsByUnit = {
  XZ01: { key: 1_0500, special: 1_0000, routine: 9800 },
  XZ02: { key: 1_1000, special: 1_0000, routine: 1_0000 },
  GONE: { key: 1, special: 1, routine: 1 },
}
const OTHER = { key: 1_2000, special: 1_0000, routine: 1_0000 }

/** As a new year is begun with last year's coefficients. */
async function suggests(db: SqliteDatabase, coefficients: CoefficientsByUnit): Promise<void> {
  await execute(
    db,
    {
      type: 'test.suggest',
      payload: undefined as never,
      async prepare() {
        const head = await foldSubject(db, yearSubject, 'year:2026')
        const change = yearSubject.change('year:2026', head, [
          { type: 'coefficients.suggested', coefficients },
        ])
        return { change: { subjects: [change], notices: [], answer: { done: { code: 'suggested' } } } }
      },
    },
    {},
    metaOf('OF1'),
  )
}

async function markIn(db: SqliteDatabase): Promise<string> {
  const { suggested = {} } = await getCurrentYear(db)
  return markOf(adoptable(suggested, await coefficientUnits(db, 2026)))
}
async function adopts(db: SqliteDatabase, by: string, seen?: string): Promise<string> {
  const payload = { year: 2026, notice: '校发〔2026〕3号', seen: seen ?? (await markIn(db)) }
  return codeOf(await act(db, adoptCoefficientsCommand, by, payload))
}
const sets = (db: SqliteDatabase, unit: string) =>
  act(db, setCoefficientsCommand, 'OF1', { year: 2026, unit, coefficients: OTHER })

describe('last year’s coefficients', () => {
  it('rulebook 2: await the notice: they are shown, and missing until they are set', async () => {
    const db = await confirmedCampus()
    await suggests(db, LAST_YEAR)
    expect(await getCurrentYear(db)).toMatchObject({ coefficients: {}, notice: '校发〔2026〕1号' })
    const card = await policyCardOf(db, 'OF1', 'coefficients')
    for (const words of ['缺2个', '1.0500待通知', '全部沿用去年', '设置或沿用后才生效'])
      expect(card).toContain(words)
    expect(await policyCardOf(db, 'C-XZ01', 'coefficients')).not.toContain('全部沿用去年')
    expect(await policyCardOf(db, 'OF1', 'policy')).toContain('其中2个待通知，可沿用去年')
    expect(await policy.todo(db, viewer('OF1'))).toMatchObject([{ text: '2个单位没有权重系数' }])
    expect(await coefficientsForm.spec(db, { year: 2026, unit: 'XZ01' }, viewer('OF1'))).toMatchObject({
      fields: [{ initial: 'XZ01' }, { initial: '1.0500' }, { initial: '1.0000' }, { initial: '0.9800' }],
    })
  })

  it('Article 24: are taken over whole, with the notice’s number, once', async () => {
    const db = await confirmedCampus()
    await suggests(db, LAST_YEAR)
    expect(await adopts(db, 'CH')).toBe('refused: office-only')
    expect(await adopts(db, 'OF1')).toBe('coefficients-adopted')
    const { XZ01, XZ02, GONE } = LAST_YEAR
    expect(await getCurrentYear(db)).toMatchObject({
      ...{ coefficients: { XZ01, XZ02 }, suggested: { GONE }, notice: null, edition: 2 },
    })
    expect(db.raw('SELECT unit, key FROM coefficient ORDER BY unit')).toEqual([
      { unit: 'XZ01', key: 1_0500 },
      { unit: 'XZ02', key: 1_1000 },
    ])
    expect(await adopts(db, 'OF1')).toBe('refused: unsuggested-coefficients')
    expect(await policyCardOf(db, 'OF1', 'policy-editions')).toContain(
      '按校发〔2026〕3号沿用去年系数，共2个单位',
    )
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('what was set meanwhile is not overwritten: the card was overtaken', async () => {
    const db = await confirmedCampus()
    await suggests(db, LAST_YEAR)
    const seen = await markIn(db)
    expect(codeOf(await sets(db, 'XZ01'))).toBe('coefficients-set')
    expect(await adopts(db, 'OF1', seen)).toBe('refused: stale-suggestions')
    expect(await adopts(db, 'OF1')).toBe('coefficients-adopted')
    expect((await getCurrentYear(db)).coefficients).toEqual({ XZ01: OTHER, XZ02: LAST_YEAR.XZ02 })
  })

  it('of a unit that has its score stay as they are, and the database holds it', async () => {
    const db = await confirmedCampus()
    await suggests(db, LAST_YEAR)
    await sets(db, 'XZ02')
    db.exec(
      `INSERT INTO score (year, unit, assessment, status, final, answer)
       VALUES (2026, 'XZ02', 'assessment:2026:XZ02', 'decided', 9000, 'unanswered')`,
    )
    expect(
      codeOf(
        await act(db, setCoefficientsCommand, 'OF1', {
          year: 2026,
          unit: 'XZ02',
          coefficients: { ...OTHER, key: 1 },
        }),
      ),
    ).toBe('refused: scored-unit')
    expect(() => db.exec("INSERT OR REPLACE INTO coefficient VALUES (2026, 'XZ02', 1, 1, 1)")).toThrow(
      'has its score',
    )
    isRatified(db)
    expect(await adopts(db, 'OF1')).toBe('refused: frozen-year')
  })

  it('change and confirmation at once: the chair confirms no policy that was not shown', async () => {
    const db = await confirmedCampus()
    await sets(db, 'XZ01')
    const codes = await Promise.all([confirms(db, '校发2号'), sets(db, 'XZ02').then(codeOf)])
    const { notice, edition } = await getCurrentYear(db)
    expect(codes[1]).toBe('coefficients-set')
    expect([codes[0], notice, edition]).toEqual([
      expect.stringMatching(/policy-confirmed|refused: stale-policy/),
      null,
      3,
    ])
  })
})

describe('a thousand graded units', () => {
  it('stand on pages of the list, those without coefficients first', async () => {
    const db = await confirmedCampus()
    for (let i = 1; i <= 1000; i++)
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active)
         VALUES ('Z${i}', '党委教师工作部人才工作办公室${i}', 'administrative', 'LD2', 1)`,
      )
    await sets(db, 'Z7')
    for (const page of [0, 10, 20, 99]) {
      const card = await policyCardOf(db, 'OF1', 'coefficients', { page })
      expect(card).toContain('缺1001个')
      expect(card.length).toBeLessThan(30_000)
    }
    expect(await policyCardOf(db, 'OF1', 'coefficients', { page: 99 })).toContain('1.2000')
    expect((await policyCardOf(db, 'CH', 'policy')).length).toBeLessThan(30_000)
    const form = await coefficientsForm.spec(db, { year: 2026, unit: 'Z900' }, viewer('OF1'))
    expect(JSON.stringify(form)).toContain('Z900')
  })
})
