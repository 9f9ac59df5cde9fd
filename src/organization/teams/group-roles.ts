import type { Role } from '../../store/schema/organization.ts'

const CONVENOR_ROLES: readonly Role[] = ['working-convenor', 'inspection-convenor', 'assessment-convenor']
const MEMBER_ROLES: readonly Role[] = ['working-member', 'inspection-member', 'assessment-member']

/** Roles whose scope is a group. */
export const GROUP_ROLES: readonly Role[] = [...CONVENOR_ROLES, ...MEMBER_ROLES]

export const isConvenor = ({ role }: { readonly role: Role }): boolean => CONVENOR_ROLES.includes(role)
