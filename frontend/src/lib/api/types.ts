/** Short names for the schemas of the interface; the rest of the app knows no other. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type Source = Schemas['SourceOut'];
export type FactorSet = Schemas['EmissionFactorSetOut'];
export type Factor = Schemas['EmissionFactorOut'];
export type Airport = Schemas['AirportOut'];
export type GwpSet = Schemas['GwpSetOut'];
export type Method = Schemas['FootprintMethodOut'];
export type City = Schemas['CityOut'];
export type CityDetail = Schemas['CityDetailOut'];
export type ProblemType = Schemas['ProblemTypeOut'];
export type Operator = Schemas['OperatorOut'];
export type FootprintRequest = Schemas['FootprintIn'];
export type Footprint = Schemas['FootprintOut'];
export type Comparison = Schemas['FootprintComparisonOut'];
export type Verification = Source['verification'];
export type Person = Schemas['Person'];
export type Membership = Schemas['MembershipOut'];
export type SignedIn = Schemas['SignedInOut'];
export type Me = Schemas['Me'];
