/** The cards of petitions at their largest, as Feishu takes them. */
import { describe, expect, it } from 'vitest'
import type { Button, Card } from '../../cards/kit.ts'
import { nearestCard } from '../../cards/nearest.ts'
import { type PetitionFacts, petitionCard } from '../../cards/petition.ts'
import { petitionListCard } from '../../cards/petition-list.ts'
import { ownPetitionCard } from '../../cards/petition-own.ts'
import { passedPetitionCard } from '../../cards/petition-passed.ts'
import { petitionRegisterCard } from '../../cards/petition-register.ts'
import { PETITION_STATUS, type PetitionStatus, type ThreadStep } from '../../cards/petition-words.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { fillForm } from '../../src/conversation/fill-form.ts'
import { petitionWorld } from './petition-world.ts'

/** What costs most: characters that are written as six, and four bytes each. */
const HEAVY = ['<*_&', '汉字汉字', '😀😀'] as const
const words = (sample: string, length: number): string => [...sample.repeat(length)].slice(0, length).join('')

const times = <Thing>(count: number, make: (at: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, at) => make(at))

const NUMBER = '2026-999999'
const turns: Button[] = times(2, (at) => ({
  text: `上一页（${at}/999）`,
  action: { show: 'petition', with: { petition: NUMBER, page: 999 } },
}))
const button = (text: string): Button => ({
  text,
  action: { do: 'petition.close', with: { petition: NUMBER, seen: 999 } },
  confirm: { title: '办结这件来信？', text: '办结后来信人不能再补充，会收到通知。' },
})
const form = (name: string, typed: string): NonNullable<PetitionFacts['form']> => ({
  name,
  spec: {
    title: '答复',
    submit: '答复',
    fields: [
      {
        ...{ kind: 'text', name: 'text', label: '答复或提问', required: true, rows: 4 },
        maxLength: 1000,
        initial: typed,
      },
    ],
  },
  buttons: times(2, () => ({
    text: '答复',
    action: { submit: name, with: { petition: NUMBER, step: 'petition.answered', seen: 999 } },
  })),
})

function largest(sample: string): readonly (readonly [string, Card])[] {
  const text = words(sample, 1000)
  const name = words(sample, 60)
  const people = words(sample, 200)
  const steps: ThreadStep[] = times(12, () => ({
    head: `12月31日 23:59 ${name}提议转给${name}`,
    text: words(sample, 250),
  }))
  const thread = { steps, turns }
  const status: PetitionStatus = 'consent'
  const leaders: PetitionFacts = {
    ...{ number: NUMBER, status, writer: `${name}，${name}`, written: '12月31日 23:59（已 365 天）' },
    ...{ concerned: people, unit: name, entrusted: people, text, ...thread },
    proposal: { to: name, text, buttons: times(2, () => button('同意转办')) },
    form: form('petition-reply', text),
    actions: times(3, () => button('交由成员办理')),
    hint: '这是您本人反映的问题，由领导小组其他成员办理。',
  }
  const rows = times(8, () => ({
    ...{ number: NUMBER, status, written: leaders.written, beginning: words(sample, 41) },
    show: { show: 'petition', with: { petition: NUMBER } } as const,
  }))
  const list = { total: 99_999, open: 9999, rows, turns, actions: [button('反映问题')] }
  const own = { number: NUMBER, status, hidden: true, concerned: people, unit: name, text, ...thread }
  const at = leaders.written
  return [
    ['petition', petitionCard(leaders)],
    ['own', ownPetitionCard({ ...own, actions: [button('补充')] })],
    ['leaders', petitionListCard({ of: 'leaders', ...list })],
    ['writer', petitionListCard({ of: 'writer', ...list })],
    [
      'passed',
      passedPetitionCard({
        number: NUMBER,
        text,
        at,
        status: 'open',
        answer: null,
        form: form('petition-report', text),
      }),
    ],
    [
      'reported',
      passedPetitionCard({
        number: NUMBER,
        text,
        at,
        status: 'reported',
        answer: { text, by: name, at },
        form: null,
      }),
    ],
    [
      'register',
      petitionRegisterCard({
        ...{ total: 99_999, turns },
        rows: times(10, () => ({ number: NUMBER, day: '2026-12-31', name, hidden: true, status })),
      }),
    ],
  ]
}

const faultsOf = (card: Card) => validateCard(renderCard(card))

describe('the cards of petitions', () => {
  for (const sample of HEAVY) {
    for (const [name, card] of largest(sample)) {
      it(`${name} is taken at its largest, in ${sample}`, () => {
        expect(faultsOf(card)).toEqual([])
      })
    }
  }

  it('are taken with nothing in them', () => {
    const none = { steps: [], turns: [], actions: [] }
    const own = {
      number: '2026-001',
      status: 'waiting',
      hidden: false,
      concerned: '',
      unit: '',
      text: '好',
    } as const
    const empty = { total: 0, open: 0, rows: [], turns: [], actions: [] }
    const cards = [
      ownPetitionCard({ ...own, ...none }),
      petitionListCard({ of: 'leaders', ...empty }),
      petitionListCard({ of: 'writer', ...empty }),
      petitionRegisterCard({ total: 0, rows: [], turns: [] }),
      nearestCard({ heard: '', suggestions: ['待办'], secret: true }),
      passedPetitionCard({
        number: '2026-001',
        text: '好',
        at: '',
        status: 'closed',
        answer: null,
        form: null,
      }),
    ]
    expect(cards.flatMap(faultsOf)).toEqual([])
  })

  it('say every state in few words', () => {
    expect(Object.values(PETITION_STATUS).filter(({ text }) => text.length > 8)).toEqual([])
  })

  it('every form is taken with the most that can be typed into it', async () => {
    const w = await petitionWorld()
    const text = words('<*_&', 1000)
    const { number, handle } = await w.write('T1', { text })
    const open = { petition: number, seen: 1 }
    const forms = [
      ['T1', 'petition-write', { opened: 'x' }],
      ['T1', 'petition-add', { handle }],
      ['CH', 'petition-pass', open],
      ['CH', 'petition-entrust', open],
    ] as const
    for (const [who, name, params] of forms) {
      const message = await w.see(who, 'form', { form: name, params })
      if (message.kind !== 'card') throw new Error(name)
      const filled = {
        text: { typed: text, fault: '不对' },
        concerned: { typed: words('<', 200), fault: '不对' },
      }
      expect(faultsOf(fillForm(message.card, name, filled)), name).toEqual([])
      expect(JSON.stringify(message), name).not.toContain('存草稿')
    }
  })

  it('the petition before the chair is taken with a full thread, its form and what was typed there', async () => {
    const w = await petitionWorld()
    const text = words('<*_&', 1000)
    const { number, handle } = await w.write('T1', { text, concerned: 'LM1', unit: words('<', 60) })
    for (let at = 0; at < 12; at++)
      await w.do('T1', 'petition.add', { handle, text: words('*<&_', 999 - at) })
    const typed = { text: { typed: text, fault: '不对' } }
    for (const page of [undefined, 0, 1, 3, 99]) {
      const message = await w.see(
        'CH',
        'petition',
        page === undefined ? { petition: number } : { petition: number, page },
      )
      if (message.kind !== 'card') throw new Error('no card')
      expect(faultsOf(fillForm(message.card, 'petition-reply', typed))).toEqual([])
    }
    expect(await w.read('CH', 'petition', { petition: number })).toContain('上一页（3/4）')
    expect(await w.read('T1', 'my-petition', { handle, page: 0 })).toContain('下一页（2/4）')
  })
})
