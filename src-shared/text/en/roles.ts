/** Roles of a compliance programme. */
export const roleText = {
  'role.headquartersOfficer': 'Compliance officer (headquarters)',
  'role.regionalOfficer': 'Regional compliance officer',
  'role.legal': 'Legal counsel',
  'role.engineering': 'Engineering and research',
  'role.mlops': 'Model operations',
  'role.product': 'Product',
  'role.cloud': 'Cloud and infrastructure',
  'role.it': 'IT',
  'role.hr': 'Human resources',
  'role.sales': 'Sales',
  'role.procurement': 'Procurement',
  'role.management': 'Management',
  'role.committee': 'AI export-risk committee',
  'role.adviser': 'Trade attorney or consultant',
} as const;
