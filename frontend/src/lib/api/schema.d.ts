/**
 * The interface of the backend. Written after the agreed contract until `npm run schema` has been run
 * against openapi/openapi.json, which replaces this file.
 */
type Verification = 'verified' | 'derived' | 'recalled' | 'reported';
interface Stored {
  version: number;
  created_at: string;
  updated_at: string;
  change_no: number;
  demo: boolean;
}
interface List<T> {
  items: T[];
  next: string | null;
  total?: number;
}

export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      instance?: string;
      errors?: { pointer: string; code: string; detail: string }[];
    };
    SourceOut: Stored & {
      id: string;
      title: string;
      publisher: string | null;
      year: number | null;
      kind: string;
      locator: string;
      licence: string | null;
      accessed_on: string | null;
      verification: Verification;
      note: string | null;
    };
    EmissionFactorSetOut: Stored & {
      id: string;
      publisher: string;
      title: string;
      edition_year: number | null;
      valid_from_on: string | null;
      valid_to_on: string | null;
      licence: string | null;
      gwp_set: string | null;
      source_id: string;
      verification: Verification;
      best_before_on: string | null;
      factors: number;
    };
    EmissionFactorOut: Stored & {
      id: string;
      factor_set_id: string;
      category: string;
      name: string;
      region_code: string;
      region_name: string;
      unit: string;
      value: number;
      co2_kg: number | null;
      ch4_kg: number | null;
      n2o_kg: number | null;
      scope_boundary: string;
      scope: 'ttw' | 'wtt' | 'wtw' | 'life_cycle' | 'other';
      gwp_set: string;
      non_co2: 'excluded' | 'included' | 'defines' | 'not_applicable' | 'not_stated';
      valid_from_on: string | null;
      valid_to_on: string | null;
      publisher: string;
      document: string;
      table_or_section: string | null;
      publication_year: string | null;
      licence: string | null;
      redistribution: 'open' | 'cited_only';
      quality_grade: string;
      quality_note: string | null;
      uncertainty_pct: number;
      uncertainty_basis: 'publisher' | 'proposed';
      best_before_on: string | null;
      source_id: string;
      verification: Verification;
    };
    AirportOut: {
      iata: string;
      icao: string | null;
      name: string;
      city: string;
      country: string;
      subdivision: string | null;
      latitude_deg: number;
      longitude_deg: number;
    };
    GwpSetOut: Stored & {
      id: string;
      title: string;
      horizon_years: number;
      gases: { gas: string; value: number }[];
      source_id: string;
      verification: Verification;
    };
    FootprintMethodOut: {
      id: string;
      version: string;
      title_de: string;
      title_en: string;
      summary_de: string;
      summary_en: string;
      own: boolean;
      includes: components['schemas']['Includes'];
      parameters: {
        id: string;
        name_de: string;
        name_en: string;
        value: number;
        unit: string;
        source_id: string;
        verification: Verification;
        applies_to: string | null;
      }[];
      formula: string;
      source_id: string;
    };
    Includes: { wtt: boolean; non_co2: boolean; detour: boolean; construction: boolean };
    CityOut: Stored & {
      id: string;
      name_de: string;
      name_en: string;
      level: 'city' | 'state' | 'metropolitan';
      parent_city_id: string | null;
      country: string;
      subdivision: string | null;
      un_locode: string | null;
      wikidata_id: string | null;
      official_key: string | null;
      latitude_deg: number;
      longitude_deg: number;
      area_km2: number | null;
      area_source_id: string | null;
      population: number | null;
      population_year: number | null;
      population_basis: string | null;
      population_source_id: string | null;
      population_verification: Verification;
      target_text: string | null;
      target_text_de: string | null;
      target_base_year: number | null;
      target_2030_pct: number | null;
      target_final_pct: number | null;
      target_final_year: number | null;
      target_source_id: string | null;
      memberships: string | null;
      memberships_de: string | null;
      memberships_verification: Verification | null;
      partnership_note: string | null;
      partnership_note_de: string | null;
      partnership_source_id: string | null;
      verification: Verification;
      note: string | null;
    };
    CityDetailOut: components['schemas']['CityOut'] & {
      population_series: {
        year: number;
        population: number;
        basis: string | null;
        basis_de: string | null;
        source_id: string;
        verification: Verification;
      }[];
      targets: {
        base_year: number;
        target_year: number;
        reduction_pct: number;
        text: string | null;
        text_de: string | null;
        source_id: string;
        verification: Verification;
      }[];
      partnership_events: {
        id: string;
        year: number;
        city_ids: string[];
        text_de: string;
        text_en: string;
        source_id: string;
        verification: Verification;
      }[];
      gaps: { id: string; text_de: string; text_en: string; source_id: string | null }[];
    };
    ProblemTypeOut: {
      slug: string;
      status: number;
      title_de: string;
      title_en: string;
      meaning_de: string;
      meaning_en: string;
      remedy_de: string;
      remedy_en: string;
    };
    FootprintIn: {
      kind: 'trip' | 'event' | 'shipment' | 'purchase' | 'online_meeting';
      on: string;
      method?: string;
      items: Record<string, unknown>[];
    };
    FootprintOut: {
      method: { id: string; version: string };
      ghg_kg: number;
      ghg_low_kg: number;
      ghg_high_kg: number;
      ttw_kg: number;
      wtt_kg: number;
      non_co2_kg: { low: number; central: number; high: number };
      climate_effect_kg: { low: number; central: number; high: number };
      per_traveller_kg: number | null;
      items: {
        index: number;
        type: string;
        distance_km: number | null;
        ttw_kg: number | null;
        wtt_kg: number | null;
        ghg_kg: number;
        ghg_low_kg: number;
        ghg_high_kg: number;
        non_co2_kg: { low: number; central: number; high: number };
        formula: string;
        factors: {
          id: string;
          value: number;
          unit: string;
          source_id: string;
          verification: Verification;
        }[];
      }[];
      assumptions: string[];
      warnings: { code: string; item: number | null; detail: string }[];
    };
    FootprintComparisonOut: {
      items: {
        method: string;
        ghg_kg: number | null;
        includes: components['schemas']['Includes'];
        why: string;
        reason_if_null: string | null;
      }[];
    };
  };
}

type Query = Record<string, string | number | boolean | string[] | undefined>;
type Json<T> = { content: { 'application/json': T } };
type Fails = { default: { content: { 'application/problem+json': components['schemas']['Problem'] } } };
interface Get<T, P extends Record<string, string> | undefined = undefined> {
  get: {
    parameters: P extends undefined ? { query?: Query } : { query?: Query; path: P };
    responses: { 200: Json<T> } & Fails;
  };
}
interface Post<B, T> {
  post: {
    parameters: { query?: Query };
    requestBody: { content: { 'application/json': B } };
    responses: { 200: Json<T> } & Fails;
  };
}
type S = components['schemas'];

export interface paths {
  '/sources': Get<List<S['SourceOut']>>;
  '/sources/{source_id}': Get<S['SourceOut'], { source_id: string }>;
  '/emission-factor-sets': Get<List<S['EmissionFactorSetOut']>>;
  '/emission-factors': Get<List<S['EmissionFactorOut']>>;
  '/emission-factors/{factor_id}': Get<S['EmissionFactorOut'], { factor_id: string }>;
  '/airports': Get<List<S['AirportOut']>>;
  '/airports/{iata}': Get<S['AirportOut'], { iata: string }>;
  '/gwp-sets': Get<List<S['GwpSetOut']>>;
  '/footprint-methods': Get<List<S['FootprintMethodOut']>>;
  '/cities': Get<List<S['CityOut']>>;
  '/cities/{city_id}': Get<S['CityDetailOut'], { city_id: string }>;
  '/problem-types': Get<List<S['ProblemTypeOut']>>;
  '/footprints': Post<S['FootprintIn'], S['FootprintOut']>;
  '/footprint-comparisons': Post<S['FootprintIn'], S['FootprintComparisonOut']>;
}
