/** Travel rules of cities, and money given for climate work. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Rule = Schemas['TravelRuleOut'];
export type NewRule = Schemas['TravelRuleIn'];
export type RuleChange = Partial<Schemas['TravelRulePatch']>;
export type RuleCheck = Schemas['RuleCheckOut'];
export type RuleFinding = Schemas['RuleFindingOut'];
export type RuleAnswer = Schemas['KeptAnswer'];
export type Levy = Schemas['LevyOut'];
export type Contribution = Schemas['ContributionOut'];
export type NewContribution = Schemas['ContributionIn'];
export type ContributionTotal = Schemas['ContributionTotalOut'];

export type TravelCheck = Schemas['TravelRuleCheckOut'];

export const rules = ownList('/travel-rules');
export const contributions = ownList('/contributions');

const rule = (id: string) => ({ rule_id: id });
const contribution = (id: string) => ({ contribution_id: id });

export const getRule = (id: string): Promise<Tagged<Rule>> =>
  tagged(own.GET('/travel-rules/{rule_id}', { params: { path: rule(id) } }));

export const createRule = (body: NewRule): Promise<Rule> =>
  answer(own.POST('/travel-rules', { body }));

export const updateRule = (id: string, tag: string, body: RuleChange): Promise<Tagged<Rule>> =>
  tagged(
    own.PATCH('/travel-rules/{rule_id}', {
      params: { path: rule(id), header: ifMatch(tag) },
      body: body as Schemas['TravelRulePatch']
    })
  );

export const deleteRule = (id: string, tag: string): Promise<void> =>
  done(own.DELETE('/travel-rules/{rule_id}', { params: { path: rule(id), header: ifMatch(tag) } }));

export const getContribution = (id: string): Promise<Tagged<Contribution>> =>
  tagged(own.GET('/contributions/{contribution_id}', { params: { path: contribution(id) } }));

export const createContribution = (body: NewContribution): Promise<Contribution> =>
  answer(own.POST('/contributions', { body }));

export const updateContribution = (
  id: string,
  tag: string,
  body: NewContribution
): Promise<Tagged<Contribution>> =>
  tagged(
    own.PATCH('/contributions/{contribution_id}', {
      params: { path: contribution(id), header: ifMatch(tag) },
      body: body as Schemas['ContributionPatch']
    })
  );

export const deleteContribution = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/contributions/{contribution_id}', {
      params: { path: contribution(id), header: ifMatch(tag) }
    })
  );

/** What the rules of a city say of a journey that is only planned. */
export const checkTravel = (body: {
  city_id: string;
  on: string;
  items: Schemas['KeptItem'][];
}): Promise<TravelCheck> =>
  answer(
    own.POST('/travel-rule-checks', {
      body: { ...body, rule_answers: [] } as unknown as Schemas['TravelRuleCheckIn']
    })
  );

export const listContributionTotals = async (): Promise<ContributionTotal[]> =>
  (await answer(own.GET('/contribution-totals'))).items;
