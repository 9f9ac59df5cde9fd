/** Passing on: proposed, consented to or declined, answered by whoever received it. */
import * as z from 'zod'
import type { Command, Notice } from '../../../kernel/command.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Statement } from '../../../store/database.ts'
import { type Case, loadCase } from '../case.ts'
import { type FoundReceiver, peopleOf, receiverCalled } from '../named.ts'
import { handlersOf, leadersView, receiversView, tellLeaders, tellReceivers, tellWriter } from '../notices.ts'
import { passedTo, receivesNow } from '../passed.ts'
import { findPassed, papersOf } from '../queries.ts'
import { insertPassed, markReported } from '../rows.ts'
import { consentersOf } from '../rules/circle.ts'
import { consent, passOn } from '../rules/handle.ts'
import { reportBack } from '../rules/report.ts'
import { signing, takeStep } from './step.ts'
import { words } from './words.ts'

const petition = z.string().max(20)
const passed = z.object({ petition, to: z.string().trim().min(1).max(60), text: words, seen: z.int() })

/** `petition.pass`: passes it on, or proposes to. The receiver gets these words and nothing else. */
export const petitionPass: Command = {
  type: 'petition.pass',
  payload: passed,
  async prepare(db, raw, meta) {
    const { petition: number, to: typed, text, seen } = passed.parse(raw)
    const [known, receiver] = await Promise.all([
      loadCase(db, number, meta),
      receiverCalled(db, typed, meta.today),
    ])
    const by = signing(known)
    return takeStep(db, meta, {
      known,
      signer: 'leading-group',
      paper: { text, by, ...toOf(receiver) },
      decide: (stamp) => passOn(known.head.state, { ...stamp, seen }, known.circle, receiver),
      tell: ({ place, type }) =>
        type === 'petition.passed'
          ? { ...passing(known, receiver, place, meta.at), done: { code: 'petition-passed' } }
          : {
              notices: tellLeaders(number, place, consentersOf(known.circle, by.id)),
              done: { code: 'passing-proposed' },
              show: leadersView(number),
            },
    })
  },
}

const toOf = ({ to, name }: FoundReceiver) => (to && name !== undefined ? { to: { to, name } } : {})

/** What follows when it is passed on: the receivers are told, and so is the writer. */
function passing(known: Case, receiver: FoundReceiver, place: number, at: Instant) {
  const { number } = known
  const { to } = receiver
  const people = 'people' in receiver ? receiver.people : []
  const notices: Notice[] = [...tellReceivers(number, place, people), ...tellWriter(known, place)]
  const person = to && 'person' in to ? to.person : null
  const unit = to && 'unit' in to ? to.unit : null
  const also: Statement[] = [insertPassed({ petition: number, place, person, unit, reported: 0, at })]
  return { notices, also, show: leadersView(number) }
}

const consented = z.object({ petition, proposal: z.int(), agree: z.boolean() })

/** `petition.consent`: the proposal as it was seen is passed on, or not. */
export const petitionConsent: Command = {
  type: 'petition.consent',
  payload: consented,
  async prepare(db, raw, meta) {
    const { petition: number, proposal, agree } = consented.parse(raw)
    const [known, papers] = await Promise.all([loadCase(db, number, meta), papersOf(db, number, [proposal])])
    const paper = papers.get(proposal)
    const to = paper?.to?.to
    const receiver: FoundReceiver = to
      ? { to, name: paper.to?.name ?? '', people: await peopleOf(db, to, meta.today) }
      : { fault: 'unknown-receiver' }
    const proposers = paper?.by ? [paper.by.id, paper.by.hand] : []
    const prepared = await takeStep(db, meta, {
      known,
      signer: 'leading-group',
      paper: { text: agree ? (paper?.text ?? '') : '', by: signing(known), ...(agree && toOf(receiver)) },
      decide: (stamp) =>
        consent(known.head.state, { ...stamp, proposal, agree }, known.circle, { proposers, receiver }),
      tell: ({ place }) => {
        const back = tellLeaders(
          number,
          place,
          proposers.slice(0, 1).filter((one) => one !== meta.by),
        )
        if (!agree) return { notices: back, done: { code: 'passing-declined' }, show: leadersView(number) }
        const told = passing(known, receiver, place, meta.at)
        return { ...told, notices: [...told.notices, ...back], done: { code: 'petition-passed' } }
      },
    })
    return 'refusal' in prepared ? { ...prepared, show: leadersView(number) } : prepared
  },
}

const reported = z.object({ petition, place: z.int(), text: words })

/** `petition.report`: whoever received it answers the leading group. */
export const petitionReport: Command = {
  type: 'petition.report',
  payload: reported,
  async prepare(db, raw, meta) {
    const { petition: number, place: passingPlace, text } = reported.parse(raw)
    const [known, row] = await Promise.all([loadCase(db, number, meta), findPassed(db, number, passingPlace)])
    const isReceiver = row !== undefined && receivesNow(passedTo(row), known)
    return takeStep(db, meta, {
      known,
      signer: 'receiver',
      paper: { text, by: signing(known) },
      decide: (stamp) => reportBack(known.head.state, { ...stamp, passing: passingPlace }, isReceiver),
      tell: ({ place }) => ({
        notices: tellLeaders(number, place, handlersOf(known)),
        also: [markReported({ petition: number, place: passingPlace })],
        done: { code: 'passing-reported' },
        show: receiversView(number, passingPlace),
      }),
    })
  },
}
