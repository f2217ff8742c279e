package org.cartwright.generator;

import java.util.List;

/** What people and things are called in generated clinics. */
final class SampleNames {

  static final List<String> FIRST =
      words(
          "Ada Amara Ana Anders Anouk Aisha Ben Bianca Carla Carlos Chloe Daniel Deepa Diego Elena Emeka Emma Esra Fatima"
              + " Felix Finn Giulia Grace Hana Hassan Helen Hugo Ines Ivan Jamal Jane Jonas Julia Kaito Karim Kate Lars Layla"
              + " Leo Lin Luca Lucy Maja Marco Maria Mateo Mei Mia Milan Nadia Nina Noah Nora Olga Omar Oscar Paula Pedro"
              + " Priya Quentin Rafael Rosa Ruth Sam Sara Sofia Tara Theo Tomas Uma Valentina Victor Wanda Xenia Yara Yusuf Zoe");
  static final List<String> LAST =
      words(
          "Abebe Adler Ahmed Almeida Andersson Bauer Becker Bianchi Brown Castro Chen Cohen Costa Cruz Dahl Davis Diaz Dubois"
              + " Eriksen Evans Farah Fischer Flores Garcia Ghosh Green Gupta Haddad Hansen Harris Hoang Horvat Ivanova Jackson"
              + " Jensen Johnson Jones Kaya Khan Kim Kowalski Kumar Larsen Lee Lewis Lin Lopez Mancini Martin Mbeki Meyer Miller"
              + " Moreau Moss Nakamura Nguyen Novak Okafor Olsen Ortiz Park Patel Petrov Popescu Quinn Ramos Reyes Rivera Rossi"
              + " Santos Sato Schmidt Silva Singh Smith Sokolov Tanaka Taylor Thomas Torres Turner Vargas Vega Walker Wang Weber"
              + " White Wilson Wright Yilmaz Young Zhang Zimmer");
  static final List<String> CITIES =
      List.of("Brooklyn", "Queens", "Hoboken", "Yonkers", "Jersey City", "New Rochelle", "Newark");
  static final List<String> CATEGORIES =
      List.of("Skincare", "Injectables", "Facials", "Visits", "Laser", "Wellness", "Body");
  static final List<String> BRANDS =
      List.of("Lumen", "Derma Fine", "Smooth", "Aqua", "Northlight", "Verda");
  static final List<String> QUALITIES =
      words(
          "Hydrating Mineral Calming Firming Radiant Gentle Deep Light Intensive Daily Renewing Botanical Nourishing Clear"
              + " Soft Balancing");
  static final List<String> PRODUCTS =
      List.of(
          "serum",
          "sunscreen",
          "cleanser",
          "night cream",
          "eye balm",
          "face mask",
          "toner",
          "filler, 1 ml",
          "neurotoxin, per unit",
          "hand cream",
          "body lotion",
          "vitamin drops");
  static final List<String> SERVICES =
      List.of(
          "facial",
          "chemical peel",
          "consultation",
          "laser session",
          "massage",
          "microneedling",
          "follow-up visit",
          "light therapy");
  static final List<String> TAGS =
      List.of("Bride", "Regular", "New", "Sensitive skin", "Prefers mornings", "Staff family");
  static final List<String> NOTES =
      List.of(
          "Wants to start before the summer.",
          "Asked for a call in the afternoon.",
          "Came with a friend's recommendation.",
          "Compare with the last visit.",
          "Has a gift card for part of it.");

  private SampleNames() {}

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }
}
