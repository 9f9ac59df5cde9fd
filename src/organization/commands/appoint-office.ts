/** Makes an account a member of the office. No card leads here: only the program's start and the command line. */
import * as z from 'zod'
import type { Command } from '../../kernel/command.ts'
import { loadOrganization, type Organization, personIn } from '../present.ts'
import { reorganize } from '../reorganize.ts'
import { dayBefore } from '../roster/day-before.ts'
import { appointOffice } from '../rules/appointment.ts'
import { openIdOf } from '../rules/person.ts'

const payload = z.object({ openId: z.string().regex(/^ou_[\w.-]{1,64}$/), first: z.boolean() })

/** `first`: from OFFICE_OPEN_IDS at the start; has no effect once a roster has been applied. */
export const appointOfficeCommand: Command = {
  type: 'office.appoint',
  payload,
  async prepare(db, raw, meta) {
    const command = payload.parse(raw)
    const present = await loadOrganization(db)
    const known = [...present.people].find(([, head]) => openIdOf(head.state) === command.openId)?.[0]
    const number = nextNumber(present)
    const person = known ?? `office-${number}`
    const facts = {
      person,
      state: personIn(present, person).state,
      rostered: present.school.state.roster !== null,
      name: `办公室 成员${number}`,
    }
    const days = { today: meta.today, yesterday: dayBefore(meta.today) }
    const decision = appointOffice(facts, command, days)
    if ('refusal' in decision) return decision
    const moved = {
      people: [{ id: person, events: decision.events }],
      units: [],
      teams: [],
      priorities: [],
      workItems: [],
    }
    return {
      change: {
        subjects: reorganize(present, moved, { type: 'school.office-appointed', person }),
        notices: [],
        answer: { done: { code: 'office-appointed', person } },
      },
    }
  },
}

/** `office-<n>`: the first number that no one ever had. */
function nextNumber(present: Organization): number {
  return [...present.people.keys()].filter((id) => /^office-\d+$/.test(id)).length + 1
}
