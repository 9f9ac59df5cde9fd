/** A plan world whose standards and priorities are kept in the chat, by the organization's commands. */
import { expect } from 'vitest'
import type { Action, Card, Element } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import type { Coded, JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { firstBroken } from '../../src/kernel/journal.ts'
import { organization } from '../../src/organization/chapter.ts'
import { listKeptPriorities } from '../../src/organization/priorities/queries.ts'
import type { EntryEvent } from '../../src/organization/rules/entry.ts'
import { listKeptItems } from '../../src/organization/standards/queries.ts'
import { workItemSubject } from '../../src/organization/subjects.ts'
import type { Database } from '../../src/store/database.ts'
import { listJournal } from '../../src/store/journal.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { sentenceOf } from '../../src/wording.ts'
import { depsOf } from '../organization/world.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

export const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const
export const ITEM = '实验室安全'
export const OLD = '全年无安全事故'
export const NEW = '全年无安全事故，隐患整改率100%'

export const keeping = organization(depsOf())

export interface StandardsWorld extends PlanWorld {
  /** A person keeps a standard or a priority. */
  keep(by: string, type: string, payload: JsonObject): Promise<Outcome>
  /** The same of either chapter, while another act happens after it has read and before it is committed. */
  late(by: string, type: string, payload: JsonObject, between: () => Promise<unknown>): Promise<Outcome>
  add(by: string, name: string, standard: string): Promise<Outcome>
  /** Changes the standard as the person sees it now. */
  change(by: string, item: string, standard: string): Promise<Outcome>
  end(by: string, item: string): Promise<Outcome>
  addPriority(by: string, id: string, text: string): Promise<Outcome>
  /** The version of a work item or priority as lists show it. */
  version(id: string): Promise<number>
  /** What a person sees, drawn and found valid. */
  show(by: string, view: string, params: JsonObject): Promise<Card>
}

/** With one work item of its own, that nobody uses yet. */
export async function standardsWorld(): Promise<StandardsWorld> {
  const world = planWorld()
  let acts = 0
  const keepOn = (db: Database, by: string, type: string, payload: JsonObject): Promise<Outcome> => {
    const command = [...keeping.commands, ...planning.commands].find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    return execute(db, command, payload, { by, inNameOf: by, causes: [`keep:${acts}`], ...NOW })
  }
  const keep = (by: string, type: string, payload: JsonObject) => keepOn(world.db, by, type, payload)
  const version = async (id: string): Promise<number> => {
    const kept = [...(await listKeptItems(world.db)), ...(await listKeptPriorities(world.db))]
    return kept.find((one) => one.id === id)?.version ?? 0
  }
  const add = (by: string, name: string, standard: string) =>
    keep(by, 'standard.set', { item: null, seen: 0, name, standard })
  doneOf(await add('OF1', ITEM, OLD))
  return {
    ...world,
    keep,
    version,
    late: (by, type, payload, between) => keepOn(lateDatabase(world.db, between), by, type, payload),
    add,
    change: async (by, item, standard) =>
      keep(by, 'standard.set', { item, seen: await version(item), standard }),
    end: async (by, item) => keep(by, 'standard.end', { item, seen: await version(item) }),
    addPriority: (by, id, text) => keep(by, 'priority.set', { id, seen: null, text }),
    show: (by, view, params) => show(world.db, by, view, params),
  }
}

/** The first commit waits until the other act is done. */
function lateDatabase(db: Database, between: () => Promise<unknown>): Database {
  let waits = true
  return {
    all: (statement) => db.all(statement),
    async commit(statements) {
      if (waits) {
        waits = false
        await between()
      }
      await db.commit(statements)
    },
  }
}

export async function show(db: Database, person: string, name: string, params: JsonObject): Promise<Card> {
  const view = [...planning.views, ...keeping.views].find((one) => one.name === name)
  const message = await view?.render(db, params, viewerOf(person, NOW))
  if (message?.kind !== 'card') throw new Error(`no card ${name}`)
  const faults = validateCard(renderCard(message.card))
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  return message.card
}

export const textOf = (card: Card): string => JSON.stringify(card.elements)

export function actionsOf(elements: readonly Element[]): Action[] {
  return elements.flatMap((one) => {
    if (one.tag === 'buttons' || one.tag === 'form') return one.buttons.map((button) => button.action)
    return one.tag === 'fold' ? actionsOf(one.elements) : []
  })
}

/** The command and payload behind the first button with that command on the card. */
export function tapOf(card: Card, command: string): JsonObject {
  for (const action of actionsOf(card.elements)) {
    if ('do' in action && action.do === command) return action.with
  }
  throw new Error(`no ${command} on the card`)
}

/** A routine goal of the item, drafted in the unit's name. */
export async function draftRoutine(world: PlanWorld, unit: string, item = ITEM): Promise<void> {
  const by = unit.startsWith('XZ') ? `C-${unit}` : 'WG2'
  doneOf(await world.draft(by, unit, entry('routine', { workItem: item })))
}

/** A plan of one routine goal, up to the card of the leader in charge. */
export async function sendRoutine(world: PlanWorld, unit: string, item = ITEM): Promise<void> {
  await draftRoutine(world, unit, item)
  doneOf(await world.send('WG1', unit, 'group'))
  doneOf(await world.send(`H-${unit}`, unit, 'unit'))
}

/** The sentence of a refusal or an answer. */
export const sentence = (coded: Coded): string => sentenceOf(keeping, coded)

/** Who was told of a changed standard. */
export const toldOfStandards = (world: PlanWorld): string[] =>
  world
    .told()
    .filter((one) => one.startsWith('standard-changed'))
    .map((one) => one.slice('standard-changed to '.length))

/** The item's journal is whole, and folds to its state and its row. */
export async function checkedJournal(world: PlanWorld): Promise<void> {
  const id = `work-item:${ITEM}`
  const [row, journal] = await Promise.all([findSubject(world.db, id), listJournal(world.db, id)])
  const events = journal.map((one) => JSON.parse(one.body) as EntryEvent<'work-item'>)
  const folded = events.reduce(workItemSubject.evolve, workItemSubject.initial)
  if (!row || folded.status === 'unlisted') throw new Error('no item')
  expect(firstBroken(journal, row)).toBeUndefined()
  expect(JSON.parse(row.state)).toEqual(folded)
  const active = folded.status === 'listed' ? 1 : 0
  const shown = world.db.raw(`SELECT name, standard, active FROM work_item WHERE id = '${ITEM}'`)
  expect(shown).toEqual([{ ...folded.record, active }])
}
