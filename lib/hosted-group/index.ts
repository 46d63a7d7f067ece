export { ImHostedGroupService } from './hosted-group.service.js';
export type { HostedGroupMembers } from './hosted-group.members.js';
export type { HostedGroupRemarkName } from './hosted-group.remark-name.js';
export { hostedGroupOperations } from './hosted-group.operations.js';
export * from './dto/hosted-group.dto.js';
export * from './dto/hosted-group.fields.js';
export * from './dto/members.dto.js';
export * from './dto/remark-name.dto.js';
export type * from './hosted-group.results.js';
