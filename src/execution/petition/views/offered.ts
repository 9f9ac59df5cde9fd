/** What the card of a petition offers to a member of the leading group. */
import type { Button } from '../../../../cards/kit.ts'
import type { PetitionFacts } from '../../../../cards/petition.ts'
import { replySpec } from '../forms/leaders.ts'
import { type Circle, decidersOf, standingOf } from '../rules/circle.ts'
import type { Offers } from '../rules/offers.ts'
import type { WrittenPetition } from '../rules/petition.ts'

export function replyFormOf(petition: WrittenPetition, { reply }: Offers): PetitionFacts['form'] {
  if (!reply) return null
  const { number, steps } = petition
  const submit = (step: string) =>
    ({ submit: 'petition-reply', with: { petition: number, step, seen: steps.length } }) as const
  return {
    name: 'petition-reply',
    spec: replySpec,
    buttons: [
      { text: '答复', style: 'primary', action: submit('petition.answered') },
      { text: '请补充', action: submit('petition.asked') },
    ],
  }
}

export function consentButtons({ number, proposal }: WrittenPetition, offers: Offers): Button[] {
  const answer = (agree: boolean) =>
    ({ do: 'petition.consent', with: { petition: number, proposal, agree } }) as const
  return [
    ...(offers.agree
      ? [
          {
            text: '同意转办',
            style: 'primary' as const,
            action: answer(true),
            confirm: { title: '同意转办？', text: '接收人立即看到转办内容，不能收回。' },
          },
        ]
      : []),
    ...(offers.decline ? [{ text: offers.agree ? '不同意' : '撤回转办', action: answer(false) }] : []),
  ]
}

export function actionsOf(petition: WrittenPetition, offers: Offers): Button[] {
  const { number, steps } = petition
  const form = (name: string, more: { readonly seen?: number } = {}) =>
    ({ send: 'form', with: { form: name, params: { petition: number, ...more } } }) as const
  return [
    ...(offers.pass ? [{ text: '转办', action: form('petition-pass', { seen: steps.length }) }] : []),
    ...(offers.entrust ? [{ text: '交由成员办理', action: form('petition-entrust') }] : []),
    ...(offers.close
      ? [
          {
            text: '办结',
            action: { do: 'petition.close', with: { petition: number, seen: steps.length } } as const,
            confirm: { title: '办结这件来信？', text: '办结后来信人不能再补充，会收到通知。' },
          },
        ]
      : []),
  ]
}

/** Why there is nothing to tap. */
export function hintOf(petition: WrittenPetition, circle: Circle, offers: Offers): string {
  if (petition.status === 'closed' || offers.reply) return ''
  if (circle.own && standingOf(circle, petition.entrusted) !== 'reads')
    return '这是您本人反映的问题，由领导小组其他成员办理。'
  return decidersOf(circle).length > 1
    ? '由领导小组其他成员办理。'
    : '由领导小组组长办理；组长交由您办理后，即可答复。'
}
