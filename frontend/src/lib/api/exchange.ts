/** What cities ask each other and take over: questions, meetings of experts, transfers, the monthly digest. */
import { answer } from './client';
import { ownList } from './lists';
import { fileOf, ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Question = Schemas['MeasureQuestionOut'];
export type Meeting = Schemas['ExchangeOut'];
export type NewMeeting = Schemas['ExchangeIn'];
export type Transfer = Schemas['TransferOut'];
export type NewTransfer = Schemas['TransferIn'];
export type NextStage = Schemas['TransferStageIn'];
export type Graph = Schemas['ExchangeGraph'];
export type Digest = Schemas['DigestOut'];

export const questions = ownList('/questions');
export const meetings = ownList('/exchanges');
export const transfers = ownList('/transfers');

export const askQuestion = (body: Schemas['MeasureQuestionIn']): Promise<Question> =>
  answer(own.POST('/questions', { body }));

export const answerQuestion = (id: string, body: Schemas['AnswerIn']): Promise<Question> =>
  answer(
    own.POST('/questions/{question_id}/answers', { params: { path: { question_id: id } }, body })
  );

const meeting = (id: string) => ({ exchange_id: id });

export const getMeeting = (id: string): Promise<Tagged<Meeting>> =>
  tagged(own.GET('/exchanges/{exchange_id}', { params: { path: meeting(id) } }));

export const createMeeting = (body: NewMeeting): Promise<Meeting> =>
  answer(own.POST('/exchanges', { body }));

export const updateMeeting = (
  id: string,
  tag: string,
  body: NewMeeting
): Promise<Tagged<Meeting>> =>
  tagged(
    own.PATCH('/exchanges/{exchange_id}', {
      params: { path: meeting(id), header: ifMatch(tag) },
      body: body as Schemas['ExchangePatch']
    })
  );

const transfer = (id: string) => ({ transfer_id: id });

export const getTransfer = (id: string): Promise<Tagged<Transfer>> =>
  tagged(own.GET('/transfers/{transfer_id}', { params: { path: transfer(id) } }));

export const beginTransfer = (body: NewTransfer): Promise<Transfer> =>
  answer(own.POST('/transfers', { body }));

export const updateTransfer = (
  id: string,
  tag: string,
  body: Partial<Schemas['TransferPatch']>
): Promise<Tagged<Transfer>> =>
  tagged(
    own.PATCH('/transfers/{transfer_id}', {
      params: { path: transfer(id), header: ifMatch(tag) },
      body: body as Schemas['TransferPatch']
    })
  );

export const moveOn = (id: string, tag: string, body: NextStage): Promise<Tagged<Transfer>> =>
  tagged(
    own.POST('/transfers/{transfer_id}/stages', {
      params: { path: transfer(id), header: ifMatch(tag) },
      body
    })
  );

export const getGraph = (): Promise<Graph> => answer(own.GET('/exchange-graph'));

export const getDigest = (month: string): Promise<Digest> =>
  answer(own.GET('/digests', { params: { query: { month } } }));

export const digestFile = (month: string, format: 'text' | 'html' | 'atom'): Promise<Blob> =>
  fileOf('/digests', { month, format });
