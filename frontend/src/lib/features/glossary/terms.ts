/** The words of this application, each in German and English, written in their own right. `id` is the anchor. */
export interface Term {
  id: string;
  de: Wording;
  en: Wording;
}

export interface Wording {
  term: string;
  text: string;
}

export const TERMS: readonly Term[] = [
  {
    id: 'article-6',
    de: {
      term: 'Artikel 6',
      text: 'Der Teil des Übereinkommens von Paris, der regelt, wann eine Minderung in einem Land einem anderen angerechnet werden darf. Das Gastland muss dem zustimmen.'
    },
    en: {
      term: 'Article 6',
      text: 'The part of the Paris Agreement that governs when a reduction achieved in one country may count for another. The host country has to agree.'
    }
  },
  {
    id: 'corresponding-adjustment',
    de: {
      term: 'Entsprechende Anpassung',
      text: 'Das Gastland zieht eine exportierte Tonne von seinem eigenen Ergebnis ab. Ohne sie ist eine Gutschrift nur ein Beitrag zum Ziel des Gastlandes.'
    },
    en: {
      term: 'Corresponding adjustment',
      text: "The host country takes an exported tonne off its own result. Without it a credit is only a contribution to the host country's target."
    }
  },
  {
    id: 'activity',
    de: {
      term: 'Vorhaben',
      text: 'Was in der Zusammenarbeit Emissionen verursacht: eine Dienst- oder Delegationsreise, eine Veranstaltung, eine Sendung, ein Einkauf oder ein Online-Treffen.'
    },
    en: {
      term: 'Activity',
      text: 'Something the cooperation does that causes emissions: a trip, an event, a shipment, a purchase or an online meeting.'
    }
  },
  {
    id: 'adaptation-measure',
    de: {
      term: 'Anpassungsmaßnahme',
      text: 'Sie mindert die Folgen des Klimawandels, zum Beispiel durch Schatten oder Rückhalt von Regenwasser.'
    },
    en: {
      term: 'Adaptation measure',
      text: 'It lessens the consequences of climate change, for instance by shade or by holding back rainwater.'
    }
  },
  {
    id: 'additionality',
    de: {
      term: 'Zusätzlichkeit',
      text: 'Ein Projekt ist zusätzlich, wenn es ohne die Einnahmen aus Gutschriften nicht zustande käme.'
    },
    en: {
      term: 'Additionality',
      text: 'A project is additional if it would not happen without the income from credits.'
    }
  },
  {
    id: 'afp',
    de: {
      term: 'Ausgaben- und Finanzierungsplan',
      text: 'Die Aufstellung aller Ausgaben eines geförderten Projekts nach Positionen und woher das Geld kommt. Er ist Teil des Zuwendungsbescheids.'
    },
    en: {
      term: 'Budget and financing plan',
      text: 'The list of all spending of a funded project by budget line, and where the money comes from. It is part of the grant decision.'
    }
  },
  {
    id: 'approval',
    de: {
      term: 'Genehmigung',
      text: 'Die Zustimmung zu einem Vorhaben, bevor es beginnt. Wer es vorschlägt, kann es nicht selbst genehmigen.'
    },
    en: {
      term: 'Approval',
      text: 'The consent to an activity before it begins. Whoever proposes it cannot approve it.'
    }
  },
  {
    id: 'audit-trail',
    de: {
      term: 'Änderungsprotokoll',
      text: 'Jede Änderung steht mit Zeitpunkt und Person in einer Kette, in der jeder Eintrag den vorigen bestätigt. Eine nachträgliche Änderung fällt auf.'
    },
    en: {
      term: 'Audit trail',
      text: 'Every change stands with its time and person in a chain in which each entry confirms the one before. Tampering shows.'
    }
  },
  {
    id: 'basic',
    de: {
      term: 'BASIC und BASIC+',
      text: 'Zwei Umfänge eines Inventars nach GPC. BASIC+ zählt unter anderem grenzüberschreitenden Verkehr, Industrieprozesse und Landnutzung hinzu.'
    },
    en: {
      term: 'BASIC and BASIC+',
      text: 'Two extents of an inventory under the GPC. BASIC+ adds, among others, transboundary transport, industrial processes and land use.'
    }
  },
  {
    id: 'grant-period',
    de: {
      term: 'Bewilligungszeitraum',
      text: 'Die Zeit, in der Ausgaben eines geförderten Projekts anerkannt werden. Was außerhalb liegt, zahlt der Zuwendungsgeber nicht.'
    },
    en: {
      term: 'Grant period',
      text: 'The time in which spending of a funded project is recognised. The funder does not pay for what lies outside.'
    }
  },
  {
    id: 'bisko',
    de: {
      term: 'BISKO',
      text: 'Deutsche Methode für kommunale Bilanzen. Sie zählt den Endenergieverbrauch im Gebiet der Kommune samt Vorketten.'
    },
    en: {
      term: 'BISKO',
      text: "The German method for municipal balances. It counts final energy used in the municipality's area, upstream chains included."
    }
  },
  {
    id: 'buffer',
    de: {
      term: 'Puffer',
      text: 'Ein Anteil der Gutschriften, der zurückgelegt wird, falls gespeicherter Kohlenstoff wieder frei wird.'
    },
    en: {
      term: 'Buffer',
      text: 'A share of the credits that is set aside in case stored carbon is released again.'
    }
  },
  {
    id: 'carbon-budget',
    de: {
      term: 'CO₂-Obergrenze',
      text: 'Wie viel CO₂e die Vorhaben eines Projekts in einem Jahr höchstens verursachen sollen. Wir sagen nicht Budget, weil das im Amt Geld bedeutet.'
    },
    en: {
      term: 'Carbon limit',
      text: 'How much CO₂e the activities of a project should cause in a year at most.'
    }
  },
  {
    id: 'certificate',
    de: {
      term: 'Zertifikat',
      text: 'Der befristete Nachweis, dass ein Produkt oder Betrieb die Anforderungen eines Gütezeichens erfüllt.'
    },
    en: {
      term: 'Certificate',
      text: 'The dated proof that a product or a company meets the demands of a label.'
    }
  },
  {
    id: 'climate-effect',
    de: {
      term: 'Klimawirkung',
      text: 'Die Treibhausgase einer Reise zusammen mit der Nicht-CO₂-Wirkung des Fliegens. Weil diese unsicher ist, steht die Klimawirkung mit weiter Spanne neben der Summe.'
    },
    en: {
      term: 'Climate effect',
      text: 'The greenhouse gases of a trip together with the non-CO₂ effect of flying. As that is uncertain, it stands beside the total, with a wide range.'
    }
  },
  {
    id: 'contribution',
    de: {
      term: 'Klimabeitrag',
      text: 'Geld, das für Klimaschutz gegeben wird. Es steht neben den Emissionen und wird nie von ihnen abgezogen.'
    },
    en: {
      term: 'Climate contribution',
      text: 'Money given for climate work. It stands beside the emissions and is never subtracted from them.'
    }
  },
  {
    id: 'levy',
    de: {
      term: 'CO₂-Abgabe auf Dienstreisen',
      text: 'Bremer Dienststellen führen für Dienstreisen einen Ausgleichsbetrag ab, geregelt im Rundschreiben 10/2021 des Senators für Finanzen.'
    },
    en: {
      term: 'Levy on official travel',
      text: "Bremen's offices pay a charge for the CO₂ of official travel, set out in circular 10/2021 of the Senator for Finance."
    }
  },
  {
    id: 'co2e',
    de: {
      term: 'CO₂-Äquivalent (CO₂e)',
      text: 'Alle Treibhausgase, umgerechnet in die Menge CO₂ mit derselben Wirkung, meist über 100 Jahre.'
    },
    en: {
      term: 'CO₂ equivalent (CO₂e)',
      text: 'All greenhouse gases, converted to the amount of CO₂ that has the same effect, usually over 100 years.'
    }
  },
  {
    id: 'compensation-project',
    de: {
      term: 'Kompensationsprojekt',
      text: 'Ein Projekt, das Emissionen mindert oder Kohlenstoff bindet und dafür Gutschriften erhalten kann.'
    },
    en: {
      term: 'Offset project',
      text: 'A project that lowers emissions or stores carbon and may receive credits for it.'
    }
  },
  {
    id: 'condition',
    de: {
      term: 'Auflage',
      text: 'Was der Zuwendungsbescheid neben dem Zweck verlangt, etwa einen Hinweis auf die Förderung.'
    },
    en: {
      term: 'Grant condition',
      text: 'What the grant decision asks beside the purpose, for instance a notice about the funding.'
    }
  },
  {
    id: 'credit',
    de: {
      term: 'Emissionsgutschrift',
      text: 'Eine geprüfte und mit Nummer versehene Tonne CO₂e aus einem Projekt. Sie kann nur einmal stillgelegt werden.'
    },
    en: {
      term: 'Credit',
      text: 'One verified tonne of CO₂e from a project, with a serial number. It can be retired only once.'
    }
  },
  {
    id: 'decision',
    de: {
      term: 'Entscheidung',
      text: 'Die Wahl einer Variante mit Begründung. Sie friert die Planung ein: Ihre Zahlen ändern sich danach nicht mehr.'
    },
    en: {
      term: 'Decision',
      text: 'The choice of an alternative with its reason. It freezes the plan: its numbers do not change afterwards.'
    }
  },
  {
    id: 'delegation-trip',
    de: {
      term: 'Delegationsreise',
      text: 'Eine Reise mehrerer Personen aus Politik, Verwaltung oder Gesellschaft in eine Partnerstadt.'
    },
    en: {
      term: 'Delegation trip',
      text: 'A journey of several people from politics, administration or society to a partner city.'
    }
  },
  {
    id: 'deputation',
    de: {
      term: 'Deputation',
      text: 'Ausschuss der Bremischen Bürgerschaft, der eine Senatsbehörde begleitet. Er entscheidet über Vorlagen.'
    },
    en: {
      term: 'Deputation',
      text: "A committee of Bremen's parliament that accompanies a ministry and decides on submissions."
    }
  },
  {
    id: 'deputy',
    de: {
      term: 'Vertretung',
      text: 'Wer für eine Zeit die Aufgaben einer Kollegin oder eines Kollegen sieht und übernimmt, mit den eigenen Rechten.'
    },
    en: {
      term: 'Deputy',
      text: "Somebody who for a time sees and takes on a colleague's tasks, with their own rights."
    }
  },
  {
    id: 'detour',
    de: {
      term: 'Umwegzuschlag',
      text: 'Flugzeuge fliegen nicht den kürzesten Weg. Die Methode schlägt darum auf die Entfernung etwas auf.'
    },
    en: {
      term: 'Detour allowance',
      text: 'Aircraft do not fly the shortest way, so the method adds something to the distance.'
    }
  },
  {
    id: 'double-counting',
    de: {
      term: 'Doppelzählung',
      text: 'Dieselbe Tonne wird zweimal beansprucht, zum Beispiel von zwei Maßnahmen oder von zwei Ländern.'
    },
    en: {
      term: 'Double counting',
      text: 'The same tonne is claimed twice, for instance by two measures or by two countries.'
    }
  },
  {
    id: 'emission-factor',
    de: {
      term: 'Emissionsfaktor',
      text: 'Eine Zahl mit Quelle, Jahr und Region, die eine Menge (etwa einen Kilometer oder eine Zimmernacht) in Kilogramm CO₂e umrechnet.'
    },
    en: {
      term: 'Emission factor',
      text: 'A number with source, year and region that turns an amount (such as a kilometre or a room night) into kilograms of CO₂e.'
    }
  },
  {
    id: 'exco',
    de: {
      term: 'EXCO',
      text: 'Das Executive Committee des Rates von eThekwini (Durban). Ihm werden Berichte und Vorlagen vorgelegt.'
    },
    en: {
      term: 'EXCO',
      text: 'The Executive Committee of the council of eThekwini (Durban), which receives reports and submissions.'
    }
  },
  {
    id: 'expert-view',
    de: {
      term: 'Expertenansicht',
      text: 'Angaben, die man nur für die Prüfung der Rechnung braucht. Sie sind eingeklappt, damit die Seite lesbar bleibt.'
    },
    en: {
      term: 'Expert view',
      text: 'Details needed only to check a calculation. They are folded away so that the page stays readable.'
    }
  },
  {
    id: 'factor-set',
    de: {
      term: 'Faktorsatz',
      text: 'Eine Ausgabe von Emissionsfaktoren eines Herausgebers, mit dem Zeitraum, für den sie gedacht ist.'
    },
    en: {
      term: 'Factor set',
      text: "One edition of a publisher's emission factors, with the time it is meant for."
    }
  },
  {
    id: 'footprint',
    de: {
      term: 'Fußabdruck',
      text: 'Die berechneten Emissionen eines Vorhabens, mit Spanne, den benutzten Faktoren und der Fassung der Methode.'
    },
    en: {
      term: 'Footprint',
      text: 'The computed emissions of an activity, with a range, the factors used and the version of the method.'
    }
  },
  {
    id: 'four-eyes',
    de: {
      term: 'Vier-Augen-Prinzip',
      text: 'Zwei Personen sind nötig: eine schlägt vor, eine andere bestätigt. Die zweite darf aus einer anderen Stadt sein.'
    },
    en: {
      term: 'Four-eyes principle',
      text: 'Two people are needed: one proposes, another confirms. The second may be from another city.'
    }
  },
  {
    id: 'funding-notice',
    de: {
      term: 'Förderhinweis',
      text: 'Der Satz und die Logos, mit denen ein gefördertes Projekt seinen Zuwendungsgeber nennen muss.'
    },
    en: {
      term: 'Funding notice',
      text: 'The sentence and the logos by which a funded project has to name its funder.'
    }
  },
  {
    id: 'funding-reference',
    de: {
      term: 'Förderkennzeichen',
      text: 'Die Nummer, unter der ein Zuwendungsgeber ein Projekt führt.'
    },
    en: { term: 'Grant reference', text: 'The number under which a funder keeps a project.' }
  },
  {
    id: 'geodesic',
    de: { term: 'Geodäte', text: 'Der kürzeste Weg zwischen zwei Orten auf dem Erdellipsoid.' },
    en: { term: 'Geodesic', text: "The shortest way between two places on the earth's ellipsoid." }
  },
  {
    id: 'gpc',
    de: {
      term: 'GPC',
      text: 'Internationaler Standard für Treibhausgasinventare von Städten (Global Protocol for Community-Scale Greenhouse Gas Inventories).'
    },
    en: {
      term: 'GPC',
      text: "The international standard for cities' greenhouse-gas inventories (Global Protocol for Community-Scale Greenhouse Gas Inventories)."
    }
  },
  {
    id: 'grade',
    de: { term: 'Güte', text: 'Unsere Einstufung eines Emissionsfaktors von A (am besten) bis D.' },
    en: { term: 'Grade', text: 'How good we judge an emission factor to be, from A (best) to D.' }
  },
  {
    id: 'grant',
    de: {
      term: 'Zuwendung',
      text: 'Geld, das eine öffentliche Stelle für einen bestimmten Zweck gibt, ohne eine Gegenleistung zu kaufen.'
    },
    en: {
      term: 'Grant',
      text: 'Money that a public body gives for a stated purpose without buying anything in return.'
    }
  },
  {
    id: 'gwp',
    de: {
      term: 'Treibhauspotenzial (GWP)',
      text: 'Wie stark ein Kilogramm eines Gases im Vergleich zu einem Kilogramm CO₂ wirkt. Die Werte stehen in den Berichten des Weltklimarats.'
    },
    en: {
      term: 'Global warming potential (GWP)',
      text: 'How strongly a kilogram of a gas acts compared with a kilogram of CO₂. The values stand in the reports of the IPCC.'
    }
  },
  {
    id: 'ilo',
    de: {
      term: 'ILO-Kernarbeitsnormen',
      text: 'Übereinkommen der Internationalen Arbeitsorganisation, unter anderem gegen Kinderarbeit und Zwangsarbeit.'
    },
    en: {
      term: 'ILO core conventions',
      text: 'Conventions of the International Labour Organization, among others against child labour and forced labour.'
    }
  },
  {
    id: 'inventory',
    de: {
      term: 'Treibhausgasinventar',
      text: 'Alle Emissionen einer Stadt in einem Jahr, nach Bereichen und nach einer genannten Methode.'
    },
    en: {
      term: 'Greenhouse-gas inventory',
      text: 'All emissions of a city in one year, by sector and by a named method.'
    }
  },
  {
    id: 'kepol',
    de: {
      term: 'KEpol',
      text: 'Koordination kommunaler Entwicklungspolitik: die Stelle in Bremen, die die Partnerschaften begleitet.'
    },
    en: {
      term: 'KEpol',
      text: 'Coordination of municipal development policy: the office in Bremen that looks after the partnerships.'
    }
  },
  {
    id: 'label',
    de: {
      term: 'Gütezeichen',
      text: 'Ein Zeichen, das für bestimmte Anforderungen steht und von einer unabhängigen Stelle vergeben wird.'
    },
    en: {
      term: 'Label',
      text: 'A sign that stands for stated demands and is awarded by an independent body.'
    }
  },
  {
    id: 'leakage',
    de: {
      term: 'Verlagerung',
      text: 'Ein Projekt mindert Emissionen hier und verursacht dadurch welche an anderer Stelle. Das wird abgezogen.'
    },
    en: {
      term: 'Leakage',
      text: 'A project lowers emissions here and thereby causes some elsewhere. They are deducted.'
    }
  },
  {
    id: 'magistrate',
    de: {
      term: 'Magistrat',
      text: 'Die Stadtregierung von Bremerhaven. Über eine Magistratsvorlage wird dort entschieden.'
    },
    en: {
      term: 'Magistrat',
      text: 'The city government of Bremerhaven, which decides on submissions put to it.'
    }
  },
  {
    id: 'method-break',
    de: {
      term: 'Methodenbruch',
      text: 'Zwischen zwei Jahren hat sich die Methode oder die Abgrenzung geändert. Die Werte gehören dann nicht in eine Linie.'
    },
    en: {
      term: 'Break in method',
      text: 'Between two years the method or the boundary has changed. The values then do not belong in one line.'
    }
  },
  {
    id: 'mitigation-measure',
    de: {
      term: 'Klimaschutzmaßnahme',
      text: 'Sie mindert Emissionen von Treibhausgasen. Wir sagen nie nur Maßnahme, weil der Zuwendungsgeber damit die Projektarbeit meint.'
    },
    en: { term: 'Mitigation measure', text: 'It lowers emissions of greenhouse gases.' }
  },
  {
    id: 'ndc',
    de: {
      term: 'NDC',
      text: 'Der Klimaschutzbeitrag, den ein Land im Übereinkommen von Paris zusagt.'
    },
    en: {
      term: 'NDC',
      text: 'The contribution to climate protection that a country pledges under the Paris Agreement.'
    }
  },
  {
    id: 'non-co2',
    de: {
      term: 'Nicht-CO₂-Wirkung',
      text: 'Die Erwärmung durch Kondensstreifen, Stickoxide und andere Folgen des Fliegens in großer Höhe. Sie ist unsicher und steht neben der Summe, nie in ihr.'
    },
    en: {
      term: 'Non-CO₂ effect',
      text: 'The warming by contrails, nitrogen oxides and other consequences of flying at height. It is uncertain and stands beside the total, never in it.'
    }
  },
  {
    id: 'notation-key',
    de: {
      term: 'Notationsschlüssel',
      text: 'Sagt in einem Inventar, warum eine Zahl fehlt: nicht vorhanden (NO), nicht geschätzt (NE), anderswo enthalten (IE), vertraulich (C).'
    },
    en: {
      term: 'Notation key',
      text: 'Says in an inventory why a number is missing: not occurring (NO), not estimated (NE), included elsewhere (IE), confidential (C).'
    }
  },
  {
    id: 'own-share',
    de: {
      term: 'Eigenanteil',
      text: 'Der Teil der Kosten eines geförderten Projekts, den die Kommune selbst trägt.'
    },
    en: {
      term: 'Own contribution',
      text: "The part of a funded project's cost that the municipality bears itself."
    }
  },
  {
    id: 'permanence',
    de: {
      term: 'Dauerhaftigkeit',
      text: 'Wie lange gebundener Kohlenstoff gebunden bleibt. Ein Wald kann brennen; darum gibt es den Puffer.'
    },
    en: {
      term: 'Permanence',
      text: 'How long stored carbon stays stored. A forest can burn, hence the buffer.'
    }
  },
  {
    id: 'plan',
    de: {
      term: 'Reiseplanung',
      text: 'Etwas, das getan werden soll, in mehreren Varianten, bis zur Entscheidung.'
    },
    en: {
      term: 'Plan',
      text: 'Something that may be done, in several alternatives, up to the decision.'
    }
  },
  {
    id: 'progress-report',
    de: {
      term: 'Zwischennachweis',
      text: 'Der Bericht über ein laufendes gefördertes Projekt an den Zuwendungsgeber.'
    },
    en: { term: 'Interim report', text: 'The report on a running funded project to its funder.' }
  },
  {
    id: 'final-report',
    de: {
      term: 'Verwendungsnachweis',
      text: 'Der Abschlussbericht über eine Zuwendung: ein Sachbericht und ein zahlenmäßiger Nachweis.'
    },
    en: {
      term: 'Final report',
      text: 'The closing report on a grant: a narrative part and a statement of figures.'
    }
  },
  {
    id: 'proxy',
    de: {
      term: 'Ersatzwert',
      text: 'Ein Faktor, der für ein anderes Land gilt und benutzt wird, weil für das gesuchte keiner veröffentlicht ist. Die Rechnung nennt ihn.'
    },
    en: {
      term: 'Proxy value',
      text: 'A factor made for another country, used because none is published for the one asked for. The calculation names it.'
    }
  },
  {
    id: 'range',
    de: {
      term: 'Spanne',
      text: 'Der Bereich, in dem der wahre Wert wahrscheinlich liegt. Woraus sie entsteht, steht in der Methodik.'
    },
    en: {
      term: 'Range',
      text: 'The span in which the true value probably lies. The method page says what it is made of.'
    }
  },
  {
    id: 'recalled',
    de: {
      term: 'Noch nicht belegt',
      text: 'Eine Angabe, zu der noch niemand die Quelle nachgesehen hat. Sie ist gekennzeichnet, bis jemand sie bestätigt.'
    },
    en: {
      term: 'Not yet confirmed',
      text: 'A statement whose source nobody has looked up yet. It is marked until somebody confirms it.'
    }
  },
  {
    id: 'retirement',
    de: {
      term: 'Stilllegung',
      text: 'Die endgültige Verwendung einer Gutschrift für einen genannten Zweck. Sie lässt sich nicht zurücknehmen.'
    },
    en: {
      term: 'Retirement',
      text: 'The final use of a credit for a named purpose. It cannot be undone.'
    }
  },
  {
    id: 'scope',
    de: {
      term: 'Scope 1, 2 und 3',
      text: 'Emissionen im Gebiet, aus bezogener Energie und von anderswo, aber durch das Gebiet verursacht.'
    },
    en: {
      term: 'Scope 1, 2 and 3',
      text: 'Emissions in the area, from energy bought in, and elsewhere but caused by the area.'
    }
  },
  {
    id: 'skew',
    de: {
      term: 'SKEW',
      text: 'Servicestelle Kommunen in der Einen Welt: Sie berät und fördert Kommunen im Auftrag des Entwicklungsministeriums (BMZ).'
    },
    en: {
      term: 'SKEW',
      text: 'Service Agency Communities in One World: it advises and funds municipalities for the German development ministry (BMZ).'
    }
  },
  {
    id: 'source-balance',
    de: {
      term: 'Quellen- und Verursacherbilanz',
      text: 'Die Quellenbilanz zählt Emissionen dort, wo sie entstehen, die Verursacherbilanz dort, wo die Energie verbraucht wird. Beide gehören nicht in eine Linie.'
    },
    en: {
      term: 'Source and end-user balance',
      text: 'The source balance counts emissions where they arise, the end-user balance where the energy is used. The two do not belong in one line.'
    }
  },
  {
    id: 'specification',
    de: {
      term: 'Leistungsbeschreibung',
      text: 'Der Teil der Vergabeunterlagen, der sagt, was gekauft werden soll und was es erfüllen muss.'
    },
    en: {
      term: 'Specification',
      text: 'The part of tender documents that says what is to be bought and what it must meet.'
    }
  },
  {
    id: 'transfer',
    de: {
      term: 'Übernahme',
      text: 'Eine Stadt greift eine Klimaschutz- oder Anpassungsmaßnahme einer anderen auf und passt sie an.'
    },
    en: { term: 'Transfer', text: 'One city takes up a measure of another and adapts it.' }
  },
  {
    id: 'tornado',
    de: {
      term: 'Tornado-Diagramm',
      text: 'Zeigt, welche Annahme ein Ergebnis am stärksten verändert, die wichtigste zuoberst.'
    },
    en: {
      term: 'Tornado chart',
      text: 'Shows which assumption changes a result most, the most important on top.'
    }
  },
  {
    id: 'percentiles',
    de: {
      term: 'P10, P50 und P90',
      text: 'In einem von zehn Fällen liegt das Ergebnis unter P10, in neun von zehn unter P90. P50 ist die Mitte.'
    },
    en: {
      term: 'P10, P50 and P90',
      text: 'In one of ten cases the result lies below P10, in nine of ten below P90. P50 is the middle.'
    }
  },
  {
    id: 'variant',
    de: {
      term: 'Variante',
      text: 'Eine andere Art, dasselbe Vorhaben zu machen: mit weniger Reisenden, mit der Bahn zum Flughafen, teils oder ganz online.'
    },
    en: {
      term: 'Alternative',
      text: 'Another way to do the same thing: with fewer travellers, by rail to the airport, partly or wholly online.'
    }
  },
  {
    id: 'wtw',
    de: {
      term: 'TTW, WTT und WTW',
      text: 'Tank to wheel: beim Verbrauch. Well to tank: die Vorkette des Treibstoffs. Well to wheel: beides zusammen. Unsere Summe ist WTW.'
    },
    en: {
      term: 'TTW, WTT and WTW',
      text: "Tank to wheel: in use. Well to tank: the fuel's upstream chain. Well to wheel: both together. Our total is WTW."
    }
  }
];
