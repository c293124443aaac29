# Turns the numbered migrations of a folder into one C++ source; run as a script:
#   cmake -D FOLDER=resources/schema -D OUTPUT=schema.cpp -P embed_schema.cmake
file(GLOB files "${FOLDER}/*.sql")
list(SORT files)
set(rows "")
set(number 0)
foreach(path IN LISTS files)
  get_filename_component(name "${path}" NAME)
  math(EXPR number "${number} + 1")
  string(REGEX MATCH "^0*([0-9]+)_" ok "${name}")
  if(NOT CMAKE_MATCH_1 EQUAL number)
    message(FATAL_ERROR "${name}: migrations are numbered 001, 002, … without a gap")
  endif()
  file(READ "${path}" sql)
  string(APPEND rows "    {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"storage/migrations.h\"

namespace mia::storage {

std::span<const Migration> projectMigrations() {
  static constexpr Migration kMigrations[] = {
${rows}  };
  return kMigrations;
}

}  // namespace mia::storage
")
