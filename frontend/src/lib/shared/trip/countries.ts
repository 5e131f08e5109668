/** Countries the calculator has a factor for; any other is refused with the list of those accepted. */

export const hotelCountries: readonly string[] =
  'AE BE CH DE EG ES FR GB IT NA NL PT QA TR US ZA'.split(' ');
export const powerCountries: readonly string[] = ['DE', 'NA', 'ZA'];
export const railCountries: readonly string[] = ['AT', 'CH', 'DE', 'FR', 'GB', 'IT'];
