/** The cards of accounts and sheets at their largest: each page is taken by Feishu, and nothing on it is cut. */
import { describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { packedPage } from '../../cards/packing.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { accountTime, act, cardOf, codeOf, drops, JX, said, seedFinding, takes, XZ } from './account-world.ts'
import { AT, goalsOf, seedGoal } from './world.ts'

const GOALS = 30
const FOUND = 60
const LONG = '*很长的*说明<at id=all></at>😀'.repeat(40).slice(0, 860)
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

/** Thirty goals with long criteria and twenty files each; sixty findings, twenty of them on one goal, twenty on the unit. */
function crowded(unit: string): SqliteDatabase {
  const db = accountTime()
  const [goal] = goalsOf(unit)
  for (const n of numbers(GOALS).slice(6))
    if (goal)
      seedGoal(db, unit, {
        ...goal,
        id: `${unit}-${n}`,
        number: n,
        title: LONG.slice(0, 80),
        criterion: LONG,
      })
  for (const n of numbers(GOALS)) {
    const files = numbers(20).map((k) => `E${n}-${k}`)
    for (const id of files)
      db.exec(`INSERT INTO evidence (id, person, message_id, kind, name, state, size, sha256, goal, batch, at)
        VALUES ('${id}', 'C-${unit}', 'om', 'file', '${LONG.slice(0, 60)}${id}.pdf', 'kept', 9, 'x', '${unit}-${n}', 'b', '${AT}')`)
    db.exec(`INSERT INTO progress (id, goal, year, unit, percent, value, task, task_percent, state, done, next, difficulty, reason, cost, evidence, by_person, at)
      VALUES ('${unit}-${n}:1', '${unit}-${n}', 2026, '${unit}', 90, NULL, NULL, NULL, 'behind', '${LONG}', '', '', '', 100, '${JSON.stringify(files)}', 'C-${unit}', '${AT}')`)
  }
  for (const n of numbers(FOUND))
    seedFinding(db, unit, n, {
      goal: n <= 20 ? `${unit}-3` : n <= 40 ? null : `${unit}-${n - 35}`,
      kind: n % 2 ? 'rectification' : 'problem',
      fact: `${LONG.slice(0, 480)}完${n}`,
    })
  return db
}

async function writes(db: SqliteDatabase, unit: string): Promise<void> {
  const goals = numbers(GOALS).map((n) =>
    said(n, {
      ...{ words: `${LONG}甲${n}`, reason: `${LONG}乙${n}`, evidence: numbers(20).map((k) => `E${n}-${k}`) },
      ...(n === 1 && unit === 'JX01' ? { value: 12_34, met: null } : { met: 'partly' }),
    }),
  )
  expect(codeOf(await act(db, `C-${unit}`, 'account.state', { year: 2026, unit, said: goals }))).toBe(
    'account-kept',
  )
}

/** Every page of a view, and where each block is by its words. */
async function pagesOf(db: SqliteDatabase, who: string, view: string, params: object): Promise<Card[]> {
  const first = await cardOf(db, who, view, { ...params, page: 1 } as never)
  const count = Number(/第1\/(\d+)页/.exec(first.subtitle ?? '')?.[1] ?? 1)
  const rest = numbers(count)
    .slice(1)
    .map((page) => cardOf(db, who, view, { ...params, page } as never))
  return [first, ...(await Promise.all(rest))]
}

const wordsOf = (cards: readonly Card[]): string =>
  cards.map((card) => JSON.stringify(renderCard(card))).join('\n')
const times = (words: string, word: string): number => words.split(word).length - 1

describe('at their largest', { timeout: 60_000 }, () => {
  it.each([
    {
      where: JX,
      who: 'WG2',
      marks: numbers(GOALS).map((goal) => ({ goal, deductions: `1.5 ${LONG.slice(0, 800)}` })),
    },
    {
      where: XZ,
      who: 'AG2',
      marks: numbers(GOALS).map((goal) => ({ goal, level: 2, score: 80_00, reason: LONG.slice(0, 800) })),
    },
  ])('Articles 23, 24: the sheet of $where.unit, page by page', async ({ where, who, marks }) => {
    const db = crowded(where.unit)
    await writes(db, where.unit)
    await act(db, `H-${where.unit}`, 'account.sign', { ...where, seen: 1 })
    const findings = numbers(FOUND).map((n) =>
      n % 3
        ? drops(n, `${LONG.slice(0, 280)}丙${n}`)
        : takes(n, where === JX ? `1 ${LONG.slice(0, 280)}` : LONG.slice(0, 280), 5),
    )
    const filled = await act(db, who, 'sheet.fill', {
      ...{ ...where, marks: marks as never, findings: findings as never, account: 1, seal: false },
    })
    expect(codeOf(filled)).toBe('page-saved')
    const pages = await pagesOf(db, who, 'score-sheet', { ...where, member: who })
    const words = wordsOf(pages)
    for (const n of numbers(GOALS)) {
      expect(times(words, `目标${n} `), `goal ${n}`).toBeGreaterThan(0)
      expect(times(words, `甲${n}\\`), `words of ${n}`).toBe(1)
      expect(times(words, `乙${n}\\`), `reason of ${n}`).toBe(1)
    }
    for (const n of numbers(FOUND)) {
      expect(times(words, `完${n}（`), `finding ${n}`).toBe(1)
      expect(times(words, `"take_${n}"`), `finding ${n}`).toBe(1)
    }
    const form = pages.flatMap((card) => card.elements.filter((one) => one.tag === 'form'))
    const asked = form.flatMap((one) => (one.tag === 'form' ? one.buttons : [])).map((one) => one.action)
    const goals = asked.flatMap((one) =>
      'submit' in one && one.with.seal === false ? (one.with.goals as number[]) : [],
    )
    expect(goals.toSorted((a, b) => a - b)).toEqual(numbers(GOALS))
  })

  it('the account, in its form and as it is read', async () => {
    const db = crowded('JX01')
    const blank = await pagesOf(db, 'C-JX01', 'account-page', JX)
    expect(blank.length).toBeGreaterThan(5)
    await writes(db, 'JX01')
    const forms = wordsOf(await pagesOf(db, 'C-JX01', 'account-page', JX))
    const readable = wordsOf(await pagesOf(db, 'H-JX01', 'account', JX))
    for (const n of numbers(GOALS)) {
      expect(times(forms, `甲${n}"`), `words of ${n}`).toBe(1)
      expect(times(readable, `乙${n}<br>`), `reason of ${n}`).toBe(1)
    }
    const evidence = await cardOf(db, 'H-JX01', 'account-evidence', { ...JX, goal: 7 })
    expect(times(JSON.stringify(evidence), 'evidence-file')).toBe(20)
  })

  it('the list of a hundred units', async () => {
    const db = accountTime()
    for (const n of numbers(100)) {
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('U${n}', '${'很长的单位名称'.repeat(4)}${n}', 'party', NULL, 1)`,
      )
      const [goal] = goalsOf(`U${n}`)
      if (goal) seedGoal(db, `U${n}`, goal)
    }
    for (const page of [0, 3, 5])
      expect((await cardOf(db, 'OF1', 'account-progress', { page })).title).toBe('年度自评进度')
  })
})

describe('pages', () => {
  it('no block is torn or lost, and a card opens where its block is', () => {
    const blocks = numbers(50).map((n) => ({
      key: `goal:${n}`,
      elements: numbers((n % 7) + 1).map(() => ({
        tag: 'text' as const,
        spans: [{ text: '字'.repeat(n * 40) }],
      })),
    }))
    const { pages } = packedPage(blocks, 1)
    const all = numbers(pages).flatMap((page) => packedPage(blocks, page).blocks)
    expect(all).toEqual(blocks)
    for (const { key } of blocks)
      expect(packedPage(blocks, 1, [key]).blocks.map((one) => one.key)).toContain(key)
    expect(packedPage(blocks, 999).page).toBe(pages)
    expect(packedPage([], 1)).toEqual({ blocks: [], page: 1, pages: 1 })
  })
})
