import { beforeAll, describe, expect, it } from 'vitest'
import type { SheetFacts } from '../../src/planning/goal-sheet/facts.ts'
import { loadSheet } from '../../src/planning/goal-sheet/load.ts'
import { findSeat } from '../../src/planning/places.ts'
import { dense, printedPages, printers } from '../world/libreoffice.ts'
import { CRITERION, sheetOf, sixtyGoals, titleOf } from './goal-sheet-plan.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

/** LibreOffice is installed where it is missing. */
const INSTALLING = 600_000

async function factsOf(world: PlanWorld): Promise<SheetFacts> {
  const seat = await findSeat(world.db, 'JX01')
  const facts = seat && (await loadSheet(world.db, 2026, seat))
  if (!facts) throw new Error('no sheet')
  return facts
}

/** Every text as long as it may be, with what means something to XML and what it forbids. */
const long = (length: number): string =>
  `<b>&amp;"'\u0001\u000b😀${'目标'.repeat(length)}`.slice(0, length - 3)

async function longestPlan(): Promise<PlanWorld> {
  const world = planWorld()
  const texts = {
    title: long(60),
    content: long(1000),
    seen: long(500),
    owner: long(60),
    budget: 999_999_999_99,
  }
  for (let n = 0; n < 3; n++) {
    const goal = entry('key', { ...texts, criterion: long(500), weight: 1000_00 })
    doneOf(await world.draft('WG2', 'JX01', goal))
  }
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  doneOf(await world.review('LD1', 'JX01', { 2: long(500) }))
  const again = { ...entry('key', { ...texts, criterion: long(500) }) }
  const goal = { year: 2026, unit: 'JX01', goal: '2026-JX01-2', revision: 1, entry: again }
  doneOf(await world.do('WG2', 'goal.revise', goal))
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.review('LD1', 'JX01'))
  doneOf(await world.ratify('CH', 'JX01'))
  return world
}

describe('the goal sheet on paper', () => {
  let facts: SheetFacts
  let pages: readonly string[]

  beforeAll(async () => {
    printers()
    const world = await sixtyGoals()
    facts = await factsOf(world)
    pages = printedPages((await sheetOf(world)).bytes)
  }, INSTALLING)

  it('Article 16: shows every goal, criterion, share, and decision of a plan of 60 goals, on pages with a head each', () => {
    const text = pages.join('')
    for (let n = 1; n <= 60; n++) expect(text).toContain(dense(titleOf(n)))
    for (let n = 1; n <= 20; n++) expect(text).toContain(dense(`${CRITERION}（${n}）`))
    for (const { goals, ratio } of facts.sections) {
      expect(text).toContain(`占总分${ratio}%，共${goals.length}项`)
      for (const goal of goals) expect(text).toContain(`${goal.shareOfType}${goal.shareOfTotal}`)
    }
    for (const { by, lines } of facts.log) {
      expect(text).toContain(dense(by))
      for (const line of lines) expect(text).toContain(dense(line))
    }
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.filter((page) => page.includes('目标名称及内容')).length).toBeGreaterThan(5)
  })

  it('numbers its pages, and names version and journal hash on each', () => {
    for (const [position, page] of pages.entries()) {
      expect(page).toContain(`第${position + 1}页共${pages.length}页`)
      expect(page).toContain(`第${facts.version}版校验码${facts.hash.slice(0, 12)}`)
    }
  })

  it('has room for three signatures, together on one page', () => {
    const [page] = pages.filter((one) => one.includes('四、签署'))
    for (const party of ['单位负责人（签字）', '分管校领导（签字）', '领导小组（签章）'])
      expect(page).toContain(party)
    expect(page?.split('年月日')).toHaveLength(4)
  })

  it('keeps the longest texts whole, whatever letters they have', async () => {
    const printed = printedPages((await sheetOf(await longestPlan())).bytes)
    const text = printed.join('')
    expect(text.match(/目标目标目标/g)?.length).toBeGreaterThan(3 * 250)
    expect(text).toContain(`<b>&amp;"'`)
    expect(text).toContain('2,999,999,999.97')
    expect(text).toContain('本年度没有专项目标')
    expect(printed.length).toBeGreaterThan(3)
  }, 60_000)
})
