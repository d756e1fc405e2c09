package io.bailiwick.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A call as the API's description has it, and what one asks to have it answered. */
record Described(String method, String path, JsonNode call) {
    static List<Described> all(JsonNode document) {
        var found = new ArrayList<Described>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .forEach(method -> found.add(new Described(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return found;
    }

    String media() {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    /** The schema of what is sent; missing when that is nothing, or no JSON. */
    JsonNode body() {
        return call.at("/requestBody/content").path(media()).path("schema");
    }

    /** The address of something that is there. */
    String at(Map<String, String> ids) {
        return new Route(method, path, null, media(), false).path(ids);
    }

    /** What it needs of a query. */
    String query(Map<String, String> ids) {
        return QUERIES.getOrDefault(path, "").replace("{me}", ids.get("users")).replace("{desk}", ids.get("groups"));
    }

    /** An empty one, and where more than that is needed one with which it succeeds. */
    List<String> bodies(Map<String, String> ids) {
        var more = BODIES.get(method + " " + path.substring(path.startsWith("/api/v1") ? 7 : 0));
        return more == null
                ? List.of("{}")
                : List.of("{}", more.replace("'", "\"").replace("{me}", ids.get("users")));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static final Map<String, String> QUERIES = Map.of(
            "/api/v1/users/{id}/compare", "?with={me}&all=true",
            "/api/v1/groups/{id}/compare", "?with={desk}&all=true",
            "/api/v1/areas/{area}/users", "?action=read",
            "/api/v1/areas/{area}/users/export", "?action=read",
            "/api/v1/explain", "?user={me}&method=GET&path=/users",
            "/api/v1/routing/lookup", "?number=49301");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /users", "{'email':'nia@described.example','name':'Nia','role':'normal'}"),
            Map.entry("POST /users/network", "{'network':['10.0.0.0/8','x'],'user':'{me}','address':'10.0.0.1'}"),
            Map.entry("POST /users/bulk", "{'action':'change','role':'administrator','ids':['{me}'],'preview':true}"),
            Map.entry("POST /users/delete", "{'ids':['{me}'],'preview':true}"),
            Map.entry("POST /users/views", "{'name':'Another','q':'y'}"),
            Map.entry("POST /invitations", "{'emails':['nils@described.example','x'],'role':'normal'}"),
            Map.entry("POST /invitations/check", "{'text':'nora@described.example, x'}"),
            Map.entry("POST /explain", "{'user':'{me}','method':'GET','path':'/users'}"),
            Map.entry(
                    "POST /groups",
                    "{'name':'Made','mode':'only-listed','rules':[{'area':'cockpit/Users','access':['read'],'effect':'allow'}]}"),
            Map.entry("POST /partners", "{'name':'Made','key':'made'}"),
            Map.entry("POST /resellers", "{'name':'Made','key':'made'}"),
            Map.entry("POST /applications", "{'name':'Made','key':'made'}"),
            Map.entry(
                    "POST /areas",
                    "{'application':'shop','name':'Made','paths':['/made',{'path':'/made/find','actions':{'POST':'read'}}]}"),
            Map.entry("POST /contacts", "{'partner':'acme','name':'Made'}"),
            Map.entry("POST /routing", "{'prefix':'4930','partner':'acme'}"),
            Map.entry("POST /tickets", "{'subject':'Made','text':'x'}"),
            Map.entry("POST /tickets/{ticket}/replies", "{'text':'x'}"),
            Map.entry("POST /endpoints", "{'name':'Made','key':'made','url':'http://127.0.0.1:9/'}"),
            Map.entry("POST /access-points", "{'name':'Made','key':'made'}"),
            Map.entry("PUT /billing/{partner}/terms", "{'currency':'EUR','creditLimit':'10'}"),
            Map.entry("POST /billing/{partner}/entries", "{'key':'one','amount':'5','text':'x'}"),
            Map.entry("POST /messages", "{'partner':'acme','direction':'outbound','type':'orders','body':'x'}"),
            Map.entry("POST /issues/{issue}/comments", "{'text':'x'}"),
            Map.entry("POST /forgotten", "{'account':'x','email':'x@y.example'}"));
}
