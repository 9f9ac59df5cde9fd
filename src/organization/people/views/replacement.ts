/** View `replacement`: everything that moves from one person to another, each role kept out by a tap, before it is confirmed. */
import * as z from 'zod'
import { choosePersonCard } from '../../../../cards/choose-person.ts'
import { doneCard } from '../../../../cards/done.ts'
import type { Action, Button, Message } from '../../../../cards/kit.ts'
import { type ReplacementFacts, replacementCard } from '../../../../cards/replacement.ts'
import type { HandsOver } from '../../../kernel/handover.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { getActor } from '../../queries.ts'
import { loadReplacement, type Proposal } from '../load.ts'
import { listCalled } from '../queries/known.ts'
import { keepsPeople, openRoles, refusalOfReplacing, roleKey, unitKey, WORK_KEY } from '../rules/replace.ts'
import { peopleWording } from '../wording.ts'
import { choicesOf } from './choose.ts'
import { alongWords, stayingWords } from './remaining.ts'
import { warningsOf } from './warnings.ts'

const MOVING_A_PAGE = 10

const params = z.object({
  /** Numbers, or words. */
  leaver: z.string().max(200),
  successor: z.string().max(200),
  keep: z.array(z.string().max(200)).max(200).default([]),
  leaves: z.boolean().default(false),
  page: z.int().min(0).default(0),
})
type Asked = z.infer<typeof params>

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })
const asking = (asked: Asked): Action => ({ show: 'replacement', with: asked })

export function replacementView(handsOver: () => readonly HandsOver[]): ViewDefinition {
  return viewOf({
    name: 'replacement',
    params,
    about: () => 'organization:school',
    async render(db, asked, viewer): Promise<Message> {
      if (!keepsPeople(await getActor(db, viewer))) return instead(peopleWording['foreign-people']())
      const meant = await whoIsMeant(db, asked)
      if ('message' in meant) return meant.message
      const proposal = await loadReplacement(db, handsOver(), meant.asked, viewer)
      if (!proposal) return instead('名册中已没有这位人员，请核对后重新发起。')
      return { kind: 'card', card: replacementCard(await factsOf(db, proposal, meant.asked, viewer)) }
    },
  })
}

/** Both by number; or the card that asks which of several is meant. */
async function whoIsMeant(
  db: Database,
  asked: Asked,
): Promise<{ readonly asked: Asked } | { readonly message: Message }> {
  const [leavers, successors] = await Promise.all([
    listCalled(db, asked.leaver),
    listCalled(db, asked.successor),
  ])
  const here = successors.filter(({ ended_on }) => ended_on === null)
  const [leaver, ...otherLeavers] = leavers
  if (!leaver || otherLeavers.length > 0) {
    const choices = choicesOf(leavers, (id) => asking({ ...asked, leaver: id }))
    const card = choosePersonCard({ words: asked.leaver, question: '移交人是', ...choices })
    return { message: { kind: 'card', card } }
  }
  const [successor, ...others] = here
  if (!successor || others.length > 0) {
    const choices = choicesOf(here, (id) => asking({ ...asked, leaver: leaver.id, successor: id }))
    const card = choosePersonCard({ words: asked.successor, question: '接手人是', ...choices })
    return { message: { kind: 'card', card } }
  }
  return { asked: { ...asked, leaver: leaver.id, successor: successor.id } }
}

async function factsOf(
  db: Database,
  proposal: Proposal,
  asked: Asked,
  viewer: Viewer,
): Promise<ReplacementFacts> {
  const { facts, leaver, successor, works } = proposal
  const moving = await movingOf(db, proposal)
  const view = { name: 'replacement', params: asked }
  const { items, turns } = pageOf(moving, MOVING_A_PAGE, asked.page, view)
  const keepsWork = asked.keep.includes(WORK_KEY)
  const shown = works.filter((one) => one.items.length > 0)
  return {
    ...{ leaver: leaver.name, successor: successor.name, leaves: asked.leaves, total: moving.length, turns },
    warnings: await warningsOf(db, proposal, viewer),
    moving: items.map(({ key, text }) => ({
      text,
      kept: asked.keep.includes(key),
      toggle: asked.leaves ? null : toggle(asked, key),
    })),
    works: shown.map(({ what, items: list }) => ({
      text: `${what} ${list.length} 项`,
      items: list,
      kept: keepsWork,
    })),
    workToggle: asked.leaves || facts.works === 0 ? null : toggle(asked, WORK_KEY),
    along: alongWords(proposal),
    stays: stayingWords(proposal),
    buttons: buttonsOf(proposal, asked),
  }
}

async function movingOf(db: Database, { facts }: Proposal) {
  const held = openRoles(facts.leaver.state, facts.days)
  const say = await loadDutyNames(db, held)
  return [
    ...held.map((one) => ({ key: roleKey(one), text: say(one) })),
    ...facts.led.map(({ id, record }) => ({ key: unitKey(id), text: `${record.name} 分管校领导` })),
  ]
}

function toggle(asked: Asked, key: string): Button {
  const kept = asked.keep.includes(key)
  const keep = kept ? asked.keep.filter((one) => one !== key) : [...asked.keep, key]
  return { text: kept ? '改为移交' : '改为保留', action: asking({ ...asked, keep }) }
}

function buttonsOf({ facts, present, mark }: Proposal, asked: Asked): Button[] {
  const { leaver, successor, keep, leaves } = asked
  const barred = refusalOfReplacing(facts)
  const wish = { leaver, successor, keep, leaves, seen: present.school.version, mark }
  const consequence = leaves ? `，${facts.leaver.name}的账号随即不能办理` : ''
  const confirm: Button = {
    ...{ text: '确认移交', style: 'primary', action: { do: 'person.replace', with: wish } },
    confirm: {
      title: '确认移交',
      text: `立即由${facts.successor.name}接手${consequence}，有关人员会收到通知。`,
    },
  }
  return [
    ...(barred ? [] : [confirm]),
    leaves
      ? { text: '改为留任', action: asking({ ...asked, leaves: false }) }
      : { text: '改为离任', action: asking({ ...asked, leaves: true, keep: [] }) },
    { text: '换接手人', action: { show: 'form', with: { form: 'replace-person', params: { leaver } } } },
  ]
}
