"""The terms of the DATAtourisme thesaurus (`kb:`) that mean a concept of the house.

A term that stands in none of these tables keeps its own name, `kb:<term>`, and its labels. An
empty tuple means: says nothing that the listing does not say already.
"""

from __future__ import annotations

from typing import Final

from catalog.model import TermId

Table = dict[str, tuple[TermId, ...]]


def _table(lines: str) -> Table:
    """`Term = concept concept` lines, `|` between entries."""
    table: Table = {}
    for entry in lines.replace("\n", "|").split("|"):
        term, _, concepts = entry.partition("=")
        if term.strip():
            table[term.strip()] = tuple(TermId(concept) for concept in concepts.split())
    return table


def _singles(lines: str) -> dict[str, TermId]:
    return {term: concepts[0] for term, concepts in _table(lines).items()}


PAYMENT: Final = _table("""
Cash = cash | Check = cheque | HolidayVouchers = holiday_vouchers | Transfers = transfer
BlueCard = card | CreditCards = card | Visa = card | EurocardMastercard = card
ChequesDejeunersTicketsRestaurants = restaurant_vouchers | Paypal = online
ContactlessPayment = contactless | PassCulture = culture_pass
""")

# "Plein tarif" is the tariff of everybody to whom no other applies: no audience.
POLICY: Final = _table("""
BaseRateFullRate = | ReducedRate = reduced | ChildRate = child | Group = group_rate
ExtraCharge = extra_charge | AdultRate = adult | StudentRate = student | FamilyRate = family_rate
SeniorRate = senior | JobSeekerRate = jobseeker | DisabledRate = disabled_rate
""")

PRICING: Final = _table("""
PerPerson = per_person | Overnight = per_night | PerNight = per_night | PerWeek = per_week
Weekend = per_weekend | PerHour = per_hour | PerDay = per_day | PerGroup = per_group
PerMeal = per_meal | Ticket = | Pitch = per_pitch | CamperPitch = per_pitch
""")

LABELS: Final = _singles("""
LabelRating_AccueilPaysan = accueil_paysan | LabelRating_AccueilVelo = accueil_velo
LabelRating_BienvenueaLaFerme = bienvenue_a_la_ferme | LabelRating_BistrotDePays = bistrot_de_pays
LabelRating_CampingQualite = camping_qualite | LabelRating_ClefVerte = clef_verte
LabelRating_Clevacances = clevacances | LabelRating_EcolabelEuropeen = ecolabel_europeen
LabelRating_FamillePlus = famille_plus | LabelRating_GitesDeFrance = gites_de_france
LabelRating_GrandSiteDeFrance = grand_site_de_france | LabelRating_Logis = logis
LabelRating_LivingHeritageEnterprise = entreprise_patrimoine_vivant
LabelRating_MaisonDesIllustres = maison_des_illustres
LabelRating_MaitreRestaurateur = maitre_restaurateur
LabelRating_MonumentHistorique = monument_historique | LabelRating_MuseeDeFrance = musee_de_france
LabelRating_Natura2000 = natura2000 | LabelRating_NaturalReserve = ens
LabelRating_OrganicFarming = bio | LabelRating_OutstandingGarden = jardin_remarquable
LabelRating_ParcNational = parc_national | LabelRating_ParcNaturelRegional = parc_naturel_regional
LabelRating_PatrimoineMondialUnesco = unesco | LabelRating_PavillonBleu = pavillon_bleu
LabelRating_PetitesCitesDeCaractere = petite_cite_caractere
LabelRating_PlusBeauxVillagesDeFrance = plus_beaux_villages
LabelRating_QualiteTourisme = qualite_tourisme
LabelRating_SitesRemarquablesDuGout = site_remarquable_gout
LabelRating_StationVerte = station_verte | LabelRating_TourismeHandicap = tourisme_handicap
LabelRating_VignoblesDecouvertes = vignobles_decouvertes
LabelRating_VilleOuPaysDartEtDhistoire = ville_art_histoire
LabelRating_VillesEtVillagesFleuris = villes_fleuries
""")

SCALES: Final = {
    "etoile": TermId("stars"),
    "epi": TermId("ears"),
    "cle": TermId("keys"),
    "clef": TermId("keys"),
}
"""Official ratings by the unit in their name (`ScaleRating_3etoiles`)."""

AUDIENCE: Final = _table("""
Adults = adults | Children = kids | Couples = couples | Lover = couples | Families = families
Groups = groups | LargeFamilies = families | Schools = schools | SchoolGroups = schools
Seniors = seniors | Solo = individuals | Individuals = individuals | Teenagers = teens
Toddlers = toddlers | YoungChildren = toddlers | BetweenFriends = groups
BusinessTourist = business_travellers | CycleTourist = cyclists | Cyclists = cyclists
Fishermen = anglers | Hikers = hikers | Horserider = horse_riders | MountainBikers = cyclists
Walkers = hikers | WineLovers = wine_lovers
""")

AMENITIES: Final = _table("""
AirConditioner = air_conditioning | AudioGuide = audio_guide | BabyChair = baby_equipment
BabyEquipment = baby_equipment | Bar = bar | Barbecue = barbecue | Bathing = swimming
BikeGarage = bike_shelter | BikeHire = bike_hire | BikeParking = bike_shelter
BikeRoom = bike_shelter | BoulesPitch = boules | BikeWash = bike_wash
CamperServicePoint = camper_service | CarPark = car_park | Caterer = caterer
CateringOnSite = restaurant | ChangingTable = changing_table | ChargingStation = charging_station
CoachParking = coach_park | Cot = baby_equipment | DrinkingWaterFaucet = drinking_water
Elevator = lift | EquippedMeetingRoom = meeting_room | GameArea = playground
HeatedPool = heated_pool | IndoorPool = indoor_pool | Library = library | MeetingRoom = meeting_room
MiniGolf = minigolf | MultimediaLibrary = library | OutdoorPool = pool | Paddling = pool
Park = park | PicnicArea = picnic_area | PicnicTables = picnic_tables | Playground = playground
PrivateParking = car_park | PrivateWasher = washing_machine | PublicToilets = toilets
Restaurant = restaurant | SharedWasher = washing_machine | Shop = shop_on_site | Shower = shower
SouvenirSales = souvenir_shop | SupervisedBeach = lifeguard | SwimmingPool = pool
TakeawayFoodOrMeals = takeaway | TastingArea = tasting | TennisCourt = tennis
Terrace = terrace | Toilet = toilets | Washrooms = toilets | Wifi = wifi
OrganicCuisine = organic | VeganCuisine = vegan | VegetarianCuisine = vegetarian
Breakfast = breakfast | BungalowTentRental = equipped_tent | BungalowRental = chalet
ChemicalToiletEmptying = camper_service | WastwaterEvacuation = camper_service
CommunalKitchen = kitchen | Dishwasher = dishwasher | ElectricalConnections = electric_hookup
Fireplace = fireplace | Fitness = fitness_room | GameRoom = games_room | BoardGames = board_games
GasDepot = gas_bottles | Hammam = sauna | Jacuzzi = hot_tub | Massages = spa | Sauna = sauna
KidsClub = kids_club | TeenagersClub = kids_club | Microwave = kitchen
MobilHomeHire = mobile_home | ReceptionRoom = event_venue | Seminar = meeting_room
SheetsAndTowels = bed_linen | SportRoom = fitness_room | Television = television
TentHire = equipped_tent | WaterConnections = water_hookup
FinalHousekeeping = cleaning | DailyHousekeeping = cleaning | TVRoomArea = television
PrivateGarage = car_park | Garage = car_park | SharedDryer = washing_machine
PostalService = post_office | SelfService = self_service
GlutenFreeCuisine = gluten_free
""")

THEMES: Final = _table("""
Craft = crafts | Crafts = crafts | FaunaFlora = nature | Gastronomy = gastronomy
Geology = geology | Glassware = glass | Gothic = gothic | HouseCrafts = crafts
Literature = literature | Medieval = medieval | NaturalSciences = nature
NatureAndEnvironment = nature | Oenology = wine | Ornythology = birdwatching
Prehistory = prehistory | Roman = romanesque | Wine = wine | WriterHouse = artist_house
Anthropology = folk_traditions | Archeology = archaeological_site | ArtistsHouse = artist_house
AerospaceSpace = aviation | Amphitheater = arena | Arboretum = botanical_garden
Automates = miniatures | Automobile = classic_cars | BotanicalGarden = botanical_garden
Botany = botany | DecorativeArt = decorative_arts | EcoMuseum = ecomuseum
FarmingOrAgrifood = farming_life | FineArts = fine_arts_museum | GalloRoman = antiquity
History = local_history | HighTech = science_centre | Industry = industry | Maritime = maritime
Military = military_history | Miniature = miniatures | ModernContemporaryArt = contemporary_art
PainterHouse = artist_house | PaintingGraphicArts = painting | Photography = photography
PopularArtsAndTraditions = folk_traditions | PriestMonastic = medieval_garden
Renaissance = renaissance | SacredArt = sacred_art | ScienceAndTechnology = science_centre
Sculpture = sculpture | Technology = industry | WarMemories = military_history
Railway = railway | Mining = mining | Astronomy = astronomy
""")

SETTINGS: Final = _table("""
NearARiverOrStream = by_river | Lakeside = by_lake | ByTheSea = by_sea | FacingTheSea = by_sea
InTheForest = in_forest | InTheCountryside = in_countryside | InTheMountains = in_mountains
AtTheVineyard = in_vineyards | Downtown = in_town_centre
""")
"""Where it lies, by its neighbourhood: what it has beside what it is."""

PRACTICES: Final = _table("""
ATV = mountain_biking | AdventureCourse = adventure_park | Archery = archery
Bathing = swimming | BicycleTouring = cycling | Bike = cycling | Boules = boules
CanoeingKayaking = canoeing | Canyoning = canyoning | Climbing = climbing | Dance = dance
Bowling = bowling | DonkeyHiking = donkey_trek | ElectricBike = cycling
EscapeGame = escape_game | Fishing = fishing | FitnessTrail = fitness_trail | Golf = golf
HeritageDays = heritage_days | Hiking = walking | Hitch = carriage_ride
HotAirBalloon = ballooning | Karting = karting
Basketry = basket_maker | BilliardOrPoolTable = billiards | Ceramic = pottery
Glider = scenic_flight | Gyropode = segway | Helicopter = scenic_flight
LanguageCourse = language_course | LaserGame = paintball | MotoCross = quad_biking
Pottery = pottery | Shooting = sport | Sledging = sledging | Ulm = scenic_flight
FourWheelDrive = quad_biking | WaterToboggan = water_slide | Weaving = weaver
Woodworking = wood_craft
MiniGolf = minigolf | Nautisme = water_sports | Orienteering = orienteering
Paddleboat = boat_hire | Paintball = paintball | Paragliding = paragliding
Pedestrian = walking | PleasureBoating = boat_trip | Quad = quad_biking | RailBike = rail_bike
Riding = horse_riding | RopeCourse = adventure_park | Running = running
SportSailing = sailing | StandupPaddleboarding = paddleboarding | Surf = surfing
Swimming = swimming | ViaFerrata = via_ferrata | Windsurfing = windsurfing | Yoga = yoga
""")
"""Themes that are something to do there: concepts of a place, an activity or an event."""

TABLES: Final = _table("""
Pizzeria = pizzeria | Crepery = creperie | IceCream = ice_cream | SeaFood = seafood
AsianCuisine = asian_restaurant
""")
"""Kinds of cooking that make a restaurant another concept."""

PRODUCTS: Final = _table("""
Wine = winery | Beer = brewery | Spirits = distillery | Cheese = cheese_maker
DairyProducts = cheese_maker | BeeProduct = beekeeper | Oil = oil_mill | Cider = cider_maker
BiscuitsPastry = biscuit_maker | CanningIndustry = foie_gras_producer | Cured = charcuterie_maker
ConfectioneryChocolateSweets = chocolate_maker | FoieGras = foie_gras_producer | Fruit = orchard
FruitJuice = fruit_juice | Jam = jam_maker | Meat = meat_producer | PoultryEggs = eggs_poultry
Snails = snail_farm | Syrup = jam_maker | Vegetable = market_gardener
""")
"""What a producer makes, as the concept of the producer."""

MODES: Final = _table("""
PedestrianLocomotionMode = walking | BicycleLocomotionMode = cycling
EquestrianLocomotionMode = riding | RoadsideLocomotionMode = driving
""")
"""Ways of moving, by the class of the thesaurus term."""
