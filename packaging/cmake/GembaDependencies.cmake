# SPDX-License-Identifier: GPL-3.0-or-later
# One place that names every outside library; ARCHITECTURE.md gives the reason for each.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Widgets OpenGL Charts PrintSupport Svg LinguistTools Test)
find_package(VTK REQUIRED COMPONENTS # named one by one: VTK's own Qt module is built for Qt 5
             CommonCore CommonDataModel CommonExecutionModel CommonMath CommonTransforms
             FiltersCore FiltersGeneral FiltersGeometry FiltersModeling FiltersSources IOGeometry IOImage
             InteractionStyle RenderingAnnotation RenderingCore RenderingFreeType RenderingOpenGL2
             RenderingUI)
find_package(Protobuf REQUIRED)
find_package(Boost CONFIG REQUIRED) # Boost.Math: quantiles of F, chi-square, normal
find_package(Eigen3 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(fmt REQUIRED)
find_package(PahoMqttCpp REQUIRED)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(muparser REQUIRED IMPORTED_TARGET muparser)
find_path(GEMBA_KISSFFT_INCLUDE kissfft/kissfft.hh REQUIRED) # the template: double precision, nothing to link
pkg_check_modules(xgboost REQUIRED IMPORTED_TARGET xgboost) # its CMake package is broken on Debian 12
find_package(simdjson REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CURL REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(valijson REQUIRED)
if(TARGET ValiJSON::valijson) # newer releases may export it under a name of its own
  set(GEMBA_VALIJSON ValiJSON::valijson)
else()
  set(GEMBA_VALIJSON valijson)
endif()

if(TARGET PahoMqttCpp::paho-mqttpp3-shared) # Debian 13
  set(GEMBA_PAHO PahoMqttCpp::paho-mqttpp3-shared)
else()
  set(GEMBA_PAHO PahoMqttCpp::paho-mqttpp3)
endif()
