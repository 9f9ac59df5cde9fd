import * as z from 'zod'
import { command } from '../kernel/command.ts'
import { getActor, getUnit } from '../organization/queries.ts'
import { findGoal } from '../planning/queries.ts'
import { getCurrentYear } from '../policy/queries.ts'
import { listEvidenceIds } from './queries.ts'
import { keepEvidence, receiveEvidence } from './rules/evidence.ts'
import { type Report, reportProgress } from './rules/progress.ts'
import { evidence, goalExecution } from './subject.ts'

const words = z.string().trim().max(1000)

const progressReport = command({
  type: 'progress.report',
  payload: z.object({
    goal: z.string(),
    percent: z.int().min(0).max(100),
    state: z.enum(['on-track', 'at-risk', 'behind']).default('on-track'),
    done: words,
    next: words.default(''),
    difficulty: words.default(''),
    reason: words.default(''),
    cost: z.int().min(0).nullable().default(null),
    evidence: z.array(z.string()).max(20).default([]),
  }),
  on: goalExecution,
  id: ({ goal }) => `execution:${goal}` as const,
  async context(db, { goal: id }, meta) {
    const [goal, year, by] = await Promise.all([
      findGoal(db, id),
      getCurrentYear(db),
      getActor(db, meta.by, meta.today),
    ])
    if (!goal) throw new Error(`no goal ${id}`)
    const unit = await getUnit(db, goal.unit)
    const reported = {
      id,
      number: goal.number,
      unit: goal.unit,
      unitName: unit.name,
      year: goal.year,
      inForce: goal.status === 'in-force',
    }
    return {
      goal: reported,
      phase: year.phase,
      by,
      at: meta.at,
      ownEvidence: await listEvidenceIds(db, meta.by),
    }
  },
  decide(state, { goal: _, ...report }, context) {
    return reportProgress(state, report satisfies Report, context)
  },
  tell: ({ payload, context }) => ({
    answer: {
      done: { code: 'reported-progress', number: context.goal.number, percent: payload.percent },
      show: { name: 'progress-reported', params: { goal: payload.goal } },
    },
  }),
})

const Sent = z.object({
  id: z.string(),
  messageId: z.string(),
  kind: z.enum(['image', 'file']),
  name: z.string(),
})

/** A file came in the chat: noted at once, fetched afterwards. */
const evidenceReceive = command({
  type: 'evidence.receive',
  payload: Sent,
  on: evidence,
  id: ({ id }) => `evidence:${id}` as const,
  context: async () => ({}),
  decide: (state, { id: _, ...sent }, _context, meta) =>
    receiveEvidence(state, { ...sent, person: meta.by, at: meta.at }),
  tell: ({ payload: { id, messageId, kind, name }, meta }) => ({
    fetches: [
      {
        key: id,
        messageId,
        file: { key: id, name, kind },
        person: meta.by,
        into: { command: 'evidence.keep', with: { id } },
      },
    ],
    answer: {
      done: { code: 'received-evidence', name },
      show: { name: 'evidence-received', params: { id } },
    },
  }),
})

/** The bytes of a file have come: by the outbox, never by a person. */
const evidenceKeep = command({
  type: 'evidence.keep',
  payload: z.object({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }),
  on: evidence,
  id: ({ id }) => `evidence:${id}` as const,
  context: async () => ({}),
  decide: (state, { sha256, size }) => keepEvidence(state, { sha256, size }),
  tell: () => ({ answer: { done: { code: 'kept-evidence' } } }),
})

export const executionCommands = [progressReport, evidenceReceive, evidenceKeep]
