/** Accounts, service clients and the trail. */
import { answer } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type User = Schemas['UserOut'];
export type NewUser = Schemas['UserIn'];
export type UserChange = Partial<Schemas['UserPatch']>;
export type Link = Schemas['LinkOut'];
export type ServiceClient = Schemas['ServiceClientOut'];
export type NewServiceClient = Schemas['ServiceClientIn'];
export type CreatedServiceClient = Schemas['ServiceClientCreatedOut'];
export type AuditEntry = Schemas['AuditEntryOut'];

export const users = ownList('/users');
export const serviceClients = ownList('/service-clients');
export const auditEntries = ownList('/audit');

const user = (id: string) => ({ user_id: id });
const client = (id: string) => ({ client_id: id });

export const getUser = (id: string): Promise<Tagged<User>> =>
  tagged(own.GET('/users/{user_id}', { params: { path: user(id) } }));

export const createUser = (body: NewUser): Promise<User> => answer(own.POST('/users', { body }));

export const updateUser = (id: string, tag: string, body: UserChange): Promise<Tagged<User>> =>
  tagged(
    own.PATCH('/users/{user_id}', {
      params: { path: user(id), header: ifMatch(tag) },
      body: body as Schemas['UserPatch']
    })
  );

export const issueLink = (id: string, purpose: Link['purpose']): Promise<Link> =>
  answer(own.POST('/users/{user_id}/links', { params: { path: user(id) }, body: { purpose } }));

export const getServiceClient = (id: string): Promise<Tagged<ServiceClient>> =>
  tagged(own.GET('/service-clients/{client_id}', { params: { path: client(id) } }));

export const proposeServiceClient = (body: NewServiceClient): Promise<CreatedServiceClient> =>
  answer(own.POST('/service-clients', { body }));

export const approveServiceClient = (id: string): Promise<unknown> =>
  answer(own.POST('/service-clients/{client_id}/approvals', { params: { path: client(id) } }));

export const revokeServiceClient = (id: string, tag: string): Promise<Tagged<ServiceClient>> =>
  tagged(
    own.PATCH('/service-clients/{client_id}', {
      params: { path: client(id), header: ifMatch(tag) },
      body: { status: 'revoked' } as Schemas['ServiceClientPatch']
    })
  );
