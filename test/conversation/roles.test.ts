import { describe, expect, it } from 'vitest'
import { chaptersFor } from '../../src/chapters.ts'
import { conversationChapter } from '../../src/conversation/chapter.ts'
import { offers, rolesOf, thingsFor } from '../../src/conversation/for-role.ts'
import { createRegistry } from '../../src/conversation/registry.ts'
import { delivery } from '../../src/delivery/parked.ts'
import { operation } from '../../src/operation/chapter.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import type { Role } from '../../src/store/schema/organization.ts'
import { memoryBlobs } from '../organization/world.ts'

const ROLES: readonly Role[] = [
  ...(['chair', 'leading-member', 'office', 'head', 'contact', 'lead-unit'] as const),
  ...(['working-convenor', 'working-member', 'inspection-convenor', 'inspection-member'] as const),
  ...(['assessment-convenor', 'assessment-member'] as const),
]

const actor = (roles: readonly Role[], leads: readonly string[] = []): Actor => ({
  ...{ id: 'P', name: '某人', title: '', unit: null, leads },
  roles: roles.map((role) => ({ role, scope: '' })),
})

const deps = { blobs: memoryBlobs(), lookUp: async () => [] }
const registry = createRegistry(
  [...chaptersFor(deps), delivery, operation({ version: '0' })],
  conversationChapter,
)
const sayable = new Set(registry.phrases.map(({ words }) => words))

describe('what each role is offered', () => {
  it.each([
    ...ROLES.map((role) => [role, actor([role])] as const),
    ['leader', actor([], ['JX01'])] as const,
    ['nobody', actor([])] as const,
  ])('%s: at least three things, all of which can be said', (_role, who) => {
    const things = thingsFor(rolesOf(who), 20)
    expect(things.length).toBeGreaterThanOrEqual(3)
    expect(things.map(({ words }) => words).filter((words) => !sayable.has(words))).toEqual([])
  })

  it('of two roles the first things of both are among the three', () => {
    const three = thingsFor(rolesOf(actor(['contact', 'assessment-member'])), 3)
    expect(three.map(({ words }) => words)).toEqual(['填报目标', '打分', '进展'])
  })

  it('one thing of several roles is offered once', () => {
    const words = thingsFor(
      rolesOf(actor(['working-convenor', 'working-member', 'assessment-member'])),
      20,
    ).map((one) => one.words)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('what help lists', () => {
  const intents = registry.chapters.flatMap((chapter) => chapter.intents)
  const listed = (who: Actor | undefined) =>
    intents.filter((intent) => offers(who, intent)).map(({ words }) => words[0])

  it('is what only the office does, to the office alone', () => {
    expect(listed(actor(['office']))).toEqual(
      expect.arrayContaining(['体检', '合并单位', '系统状态', '填报目标']),
    )
    expect(listed(actor(['contact']))).not.toEqual(expect.arrayContaining(['体检']))
    expect(
      listed(undefined).filter((words) => ['体检', '合并单位', '系统状态', '备份'].includes(words)),
    ).toEqual([])
    expect(listed(actor(['office'])).length - listed(actor(['contact'])).length).toBeGreaterThan(15)
  })

  it('says nowhere in words who may say them, where that is data', () => {
    expect(intents.filter(({ help }) => /^办公室：|（办公室）$/.test(help))).toEqual([])
  })
})

describe('what a group chat may be shown', () => {
  it('is totals and the calendar, nothing else', () => {
    const words = registry.chapters
      .flatMap(({ intents }) => intents)
      .filter(({ inGroup }) => inGroup !== undefined)
    expect(words.map((intent) => intent.words[0]).toSorted()).toEqual(['看板', '进度', '阶段'])
  })

  it('each of them is a view', () => {
    const views = registry.chapters.flatMap(({ intents }) => intents).flatMap(({ inGroup }) => inGroup ?? [])
    expect(views.filter((name) => registry.view(name) === undefined)).toEqual([])
  })
})
