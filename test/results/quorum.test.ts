import { beforeEach, describe, expect, it } from 'vitest'
import { confirmPolicyCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { markOfPolicy } from '../../src/policy/rules/confirm.ts'
import { results } from '../../src/results/chapter.ts'
import { answerCommand, proposeCommand, ratifyCommand } from '../../src/results/commands/decide-results.ts'
import { reportGateCommand } from '../../src/results/commands/report-gate.ts'
import { findResults, listResults } from '../../src/results/queries.ts'
import { evolveResults, UNPROPOSED } from '../../src/results/rules/results.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, chooses, codeOf, foldAndState, viewer } from '../policy/campus.ts'
import { cardOf, completeCampus, naming } from './year-in-results.ts'

const BALLOT = '2026-12-01T02:00:00.000Z'
const say = (answer: string, words = '') => ({ year: 2026, ballot: BALLOT, answer, words })
const FAIL = {
  year: 2026,
  area: 'ethics',
  verdicts: [{ unit: 'JX01', verdict: 'fail', reason: '师德投诉属实' }],
}

/** The chair and four members; three must agree. All is there, the ratio is set, a naming is put. */
async function votingCampus(): Promise<SqliteDatabase> {
  const db = await completeCampus()
  for (const id of ['LM2', 'LM3', 'LM4']) {
    db.exec(`INSERT INTO person (id, name, unit, title) VALUES ('${id}', '领导小组 ${id}', NULL, '成员')`)
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'leading-member', '', '2026-01-01')`,
    )
  }
  await chooses(db, 'OF1', 'setting', { ratification: { mode: 'quorum', agree: 3 } })
  const seen = markOfPolicy(await getCurrentYear(db))
  await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发2号', seen })
  await act(db, proposeCommand, 'CH', { year: 2026, ratios: { standard: 34_00, graded: 50_00 } })
  db.exec('DELETE FROM outbox')
  expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01'])))).toBe('naming-put')
  return db
}

const toldOf = (db: SqliteDatabase) =>
  (db.raw("SELECT person FROM outbox WHERE kind = 'send' ORDER BY person") as { person: string }[]).map(
    (row) => row.person,
  )
const textOf = async (db: SqliteDatabase, person: string) =>
  JSON.stringify(await cardOf(db, 'excellence', { year: 2026 }, person))

describe('a naming before the members', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await votingCampus()
  })

  it('Article 25: is put before every member, who sees names, answers and the buttons; others see no buttons', async () => {
    expect(toldOf(db)).toEqual(['LM1', 'LM2', 'LM3', 'LM4'])
    const card = await textOf(db, 'LM1')
    for (const words of ['药学院', '教务处', '同意1/3', '未表态', '"answer":"agree"', 'ballot_return'])
      expect(card).toContain(words)
    expect(await textOf(db, 'OF1')).not.toContain('results.answer')
    expect(await results.todo(db, viewer('LM1'))).toMatchObject([{ text: '2026年度优秀单位名单待您表态' }])
    expect(await results.todo(db, viewer('CH'))).toEqual([])
  })

  it('Article 25: two members who agree in the same moment ratify it once', async () => {
    const both = await Promise.all(['LM1', 'LM2'].map((by) => act(db, answerCommand, by, say('agree'))))
    expect(both.map(codeOf).sort()).toEqual(['naming-answered', 'results-ratified'])
    expect(await listResults(db, 2026)).toHaveLength(5)
    expect(await findResults(db, 2026)).toMatchObject({ quorum: { needed: 3, members: 5 } })
    expect(codeOf(await act(db, answerCommand, 'LM3', say('return', '晚了')))).toBe(
      'refused: ratified-results',
    )
    const { fold, state } = await foldAndState(db, 'results:2026', evolveResults, UNPROPOSED)
    expect(fold).toEqual(state)
  })

  it('three agreements in the same moment: the one that is too late is told so', async () => {
    const all = await Promise.all(['LM1', 'LM2', 'LM3'].map((by) => act(db, answerCommand, by, say('agree'))))
    expect(all.map(codeOf).sort()).toEqual([
      'naming-answered',
      'refused: ratified-results',
      'results-ratified',
    ])
  })

  it('an agreement that ratifies and a return in the same moment leave one of the two', async () => {
    await act(db, answerCommand, 'LM1', say('agree'))
    const both = await Promise.all([
      act(db, answerCommand, 'LM2', say('agree')),
      act(db, answerCommand, 'LM3', say('return', '并列应再议')),
    ])
    expect([
      ['results-ratified', 'refused: ratified-results'],
      ['refused: stale-ballot', 'naming-returned'],
    ]).toContainEqual(both.map(codeOf))
  })

  it('Article 27: a gate report at the same time is counted, or refused', async () => {
    await act(db, answerCommand, 'LM1', say('agree'))
    const [voted, reported] = await Promise.all([
      act(db, answerCommand, 'LM2', say('agree')),
      act(db, reportGateCommand, 'GA-ethics', FAIL),
    ])
    expect([
      ['results-ratified', 'refused: closed-gate'],
      ['refused: stale-ballot', 'gate-reported'],
    ]).toContainEqual([codeOf(voted), codeOf(reported)])
    expect(
      db.raw(
        "SELECT 1 FROM result JOIN gate USING (year, unit) WHERE grade = 'excellent' AND verdict = 'fail'",
      ),
    ).toEqual([])
  })

  it('falls when a gate report bars one of the named: the chair puts another', async () => {
    await act(db, reportGateCommand, 'GA-ethics', FAIL)
    expect(codeOf(await act(db, answerCommand, 'LM1', say('agree')))).toBe('refused: stale-ballot')
    expect(await textOf(db, 'LM1')).not.toContain('results.answer')
    expect(await textOf(db, 'CH')).toContain('请组长重新提出名单')
    expect(await results.todo(db, viewer('CH'))).toMatchObject([{ text: '2026年度考核结果待审定' }])
    const naming_ = await cardOf(db, 'excellence-naming', { year: 2026 }, 'CH')
    expect(JSON.stringify(naming_)).toContain('提交表决')
  })

  it('goes back to the chair with the words of a return', async () => {
    db.exec('DELETE FROM outbox')
    expect(codeOf(await act(db, answerCommand, 'LM1', say('return', '附属医院应列入')))).toBe(
      'naming-returned',
    )
    expect(toldOf(db)).toEqual(['CH'])
    expect(await textOf(db, 'CH')).toContain('附属医院应列入')
  })

  it('is nobody’s to answer but the members’', async () => {
    for (const person of ['OF1', 'H-JX01', 'GA-ethics'])
      expect(codeOf(await act(db, answerCommand, person, say('agree')))).toBe('refused: members-only')
    expect(codeOf(await act(db, ratifyCommand, 'LM1', await naming(db, ['JX01'])))).toBe(
      'refused: chair-only',
    )
  })
})
